package io.github.easel.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.DeviceChoice;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.PixelImage;
import io.github.easel.model.ModelPackage;
import io.github.easel.model.ModelPackages;
import io.github.easel.random.TorchCpuRandom;
import io.github.easel.runtime.BoundRun;
import io.github.easel.runtime.Engine;
import io.github.easel.runtime.MemoryPlan;
import io.github.easel.runtime.Port;
import io.github.easel.runtime.Session;
import io.github.easel.runtime.onnx.OnnxEngine;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Large pictures through the autoencoder, piece by piece. */
class TilingTest {

  private static final ModelPackage STARTER =
      ModelPackages.at(Path.of(System.getProperty("easel.home", ".")).resolve("models/starter"));

  @Property
  void weightsAddUpToOneAndVanishAtEndsWithinThePicture(
      @ForAll @IntRange(min = 1, max = 600) int total,
      @ForAll @IntRange(min = 20, max = 70) int most,
      @ForAll @IntRange(min = 4, max = 16) int overlap,
      @ForAll @IntRange(min = 1, max = 4) int factor) {
    TiledAxis axis = TiledAxis.of(total, most, overlap).times(factor);
    double[] sums = new double[total * factor];
    for (int tile = 0; tile < axis.count(); tile++) {
      for (int i = 0; i < axis.length(); i++) {
        sums[axis.start(tile) + i] += axis.weight(tile, i);
      }
      assertThat(axis.weight(tile, 0) > 0).isEqualTo(tile == 0);
      assertThat(axis.weight(tile, axis.length() - 1) > 0).isEqualTo(tile == axis.count() - 1);
    }
    for (double sum : sums) {
      assertThat(sum).isCloseTo(1, within(1e-5));
    }
    assertThat(axis.start(axis.count() - 1) + axis.length()).isEqualTo(total * factor);
  }

  @Test
  void tilesShowNoSeams() {
    Cancellation never = new Cancellation();
    FloatTensor latents = encoded(never);
    try (ImageDecoder decoder = decoder(OnnxEngine.on(DeviceChoice.CPU))) {
      int side = (int) latents.shape().axis(2);
      assertThat(Tiling.needed(MemoryPlan.of(MemoryPlan.Level.ALL_STAY), side, side)).isTrue();
      PixelImage tiled = decoder.decode(latents, never);
      PixelImage whole = whole(latents, never);
      double squares = 0;
      int farthest = 0;
      byte[] a = tiled.rgb();
      byte[] b = whole.rgb();
      for (int i = 0; i < a.length; i++) {
        int difference = Math.abs((a[i] & 255) - (b[i] & 255));
        squares += (double) difference * difference;
        farthest = Math.max(farthest, difference);
      }
      assertThat(Math.sqrt(squares / a.length)).isLessThan(2);
      assertThat(farthest).isLessThan(32);
    }
  }

  /** Latents of a smooth picture with some edges, 832 pixels a side. */
  private static FloatTensor encoded(Cancellation never) {
    int side = 832;
    byte[] rgb = new byte[3 * side * side];
    for (int i = 0; i < side * side; i++) {
      int x = i % side;
      int y = i / side;
      boolean disc = (x - 400) * (x - 400) + (y - 420) * (y - 420) < 240 * 240;
      rgb[3 * i] = (byte) (disc ? 210 : 120 + x / 10);
      rgb[3 * i + 1] = (byte) (disc ? 60 + y / 20 : 150);
      rgb[3 * i + 2] = (byte) (disc ? 40 : 200 - y / 10);
    }
    PixelImage image = PixelImage.of(side, side, rgb);
    try (ImageEncoder encoder =
        new ImageEncoder(STARTER.openImageEncoder(OnnxEngine.on(DeviceChoice.CPU)), 8)) {
      return encoder.encode(image, Optional.empty(), never).mean();
    }
  }

  private static ImageDecoder decoder(Engine engine) {
    return new ImageDecoder(STARTER.openImageDecoder(engine), OptionalInt.of(8));
  }

  private static PixelImage whole(FloatTensor latents, Cancellation never) {
    Shape shape = latents.shape();
    try (Session session = STARTER.openImageDecoder(OnnxEngine.on(DeviceChoice.CPU))) {
      Port input = session.inputs().values().iterator().next();
      String output = session.outputs().keySet().iterator().next();
      Shape pixels = Shape.of(1, 3, 8 * shape.axis(2), 8 * shape.axis(3));
      try (BoundRun run = session.bind(Map.of(input.name(), shape), Map.of(output, pixels))) {
        run.input(input.name()).set(latents);
        run.execute(never);
        float[] planes = run.output(output).toArray();
        int area = planes.length / 3;
        byte[] rgb = new byte[planes.length];
        for (int i = 0; i < rgb.length; i++) {
          rgb[i] = ImageDecoder.level(planes[i % 3 * area + i / 3]);
        }
        return PixelImage.of((int) pixels.axis(3), (int) pixels.axis(2), rgb);
      }
    }
  }

  @Test
  void aLargePictureBindsNoMoreThanOneTile() {
    long[] largest = new long[1];
    Engine engine = counting(largest, new Cancellation());
    FloatTensor latents = FloatTensor.zeros(Shape.of(1, 4, 256, 256));
    new TorchCpuRandom(1).fill(latents);
    try (ImageDecoder decoder = decoder(engine)) {
      PixelImage picture = decoder.decode(latents, new Cancellation());
      assertThat(picture.width()).isEqualTo(2048);
      assertThat(picture.height()).isEqualTo(2048);
    }
    assertThat(largest[0]).isEqualTo(3L * 512 * 512);
  }

  @Test
  void canBeCancelledBetweenTiles() {
    Cancellation cancellation = new Cancellation();
    Engine engine = counting(new long[1], cancellation);
    FloatTensor latents = FloatTensor.zeros(Shape.of(1, 4, 128, 128));
    try (ImageDecoder decoder = decoder(engine)) {
      // bound for the first tile, and cancelled then
      assertThatThrownBy(() -> decoder.decode(latents, cancellation))
          .isInstanceOfSatisfying(
              GenerationException.class, e -> assertThat(e.failure()).isEqualTo(Failure.CANCELLED));
    }
  }

  /** An engine that notes the elements of the largest tensor bound, and cancels when one is. */
  private static Engine counting(long[] largest, Cancellation cancelled) {
    Engine real = OnnxEngine.on(DeviceChoice.CPU);
    return proxy(
        Engine.class,
        real,
        (name, result) ->
            result instanceof Session session ? watched(session, largest, cancelled) : result);
  }

  private static Session watched(Session session, long[] largest, Cancellation cancelled) {
    return (Session)
        Proxy.newProxyInstance(
            TilingTest.class.getClassLoader(),
            new Class<?>[] {Session.class},
            (self, method, arguments) -> {
              if (method.getName().equals("bind")) {
                cancelled.cancel();
                for (Object shapes : arguments) {
                  ((Map<?, ?>) shapes)
                      .values()
                      .forEach(
                          shape -> largest[0] = Math.max(largest[0], ((Shape) shape).elements()));
                }
              }
              return invoked(method, session, arguments);
            });
  }

  private interface Answer {
    Object of(String method, Object result);
  }

  private static <T> T proxy(Class<T> type, T real, Answer answer) {
    return type.cast(
        Proxy.newProxyInstance(
            TilingTest.class.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) ->
                answer.of(method.getName(), invoked(method, real, arguments))));
  }

  private static Object invoked(java.lang.reflect.Method method, Object target, Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
