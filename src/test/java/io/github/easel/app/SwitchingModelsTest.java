package io.github.easel.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.DeviceChoice;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.model.ModelCatalogue;
import io.github.easel.model.TinyCheckpoint;
import io.github.easel.model.TokenizerFinder;
import io.github.easel.pipeline.AdapterSupply;
import io.github.easel.runtime.Engine;
import io.github.easel.runtime.EngineOptions;
import io.github.easel.runtime.Session;
import io.github.easel.runtime.onnx.OnnxEngine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SwitchingModelsTest {

  private static final long MEBI = 1 << 20;

  private final Set<Session> open = new HashSet<>();
  private int opened;

  /** The engine, with every session that it opened and that nobody closed. */
  private Engine counting(Engine engine) {
    return (Engine)
        Proxy.newProxyInstance(
            Engine.class.getClassLoader(),
            new Class<?>[] {Engine.class},
            (proxy, method, args) -> {
              Object result = call(engine, method, args);
              return result instanceof Session session ? counted(session) : result;
            });
  }

  private Session counted(Session session) {
    open.add(session);
    opened++;
    return (Session)
        Proxy.newProxyInstance(
            Engine.class.getClassLoader(),
            new Class<?>[] {Session.class},
            (proxy, method, args) -> {
              if (method.getName().equals("close")) {
                open.remove(session);
              }
              return call(session, method, args);
            });
  }

  private static Object call(Object target, Method method, Object[] args) throws Throwable {
    try {
      return method.invoke(target, args);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }

  /** What the process has in memory besides what Java manages, in MiB; 0 where that is not told. */
  private static long nativeMemory() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return 0;
    }
    System.gc();
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    long managed =
        memory.getHeapMemoryUsage().getCommitted() + memory.getNonHeapMemoryUsage().getCommitted();
    String line =
        Files.readAllLines(status).stream()
            .filter(one -> one.startsWith("VmRSS:"))
            .findFirst()
            .orElseThrow();
    long resident = Long.parseLong(line.replaceAll("\\D", "")) * 1024;
    return (resident - managed) / MEBI;
  }

  @Test
  void switchingFreesTheModelBefore(@TempDir Path folder) throws IOException {
    Path first = TinyCheckpoint.folder(folder.resolve("first"));
    Path second = TinyCheckpoint.file(first, folder.resolve("second.safetensors"));
    ModelCatalogue catalogue = new ModelCatalogue(List.of(folder));
    TokenizerFinder tokenizers =
        new TokenizerFinder(catalogue, Optional.of(first.resolve("tokenizer")), folder);
    try (LocalGenerationService service =
        new LocalGenerationService(
            catalogue,
            tokenizers,
            AdapterSupply.none(),
            EngineOptions.Memory.AUTO,
            () -> counting(OnnxEngine.on(DeviceChoice.CPU)))) {
      int ofOne = 0;
      long before = 0;
      for (int i = 0; i < 30; i++) {
        Path model = i % 2 == 0 ? first : second;
        GenerationRequest request =
            new GenerationRequest(
                Prompt.of("a"),
                model.toString(),
                new ImageSize(32, 32),
                new Sampling(SamplerKind.DDIM, 1, 1),
                3);
        service.generate(request, step -> {}, new Cancellation());
        if (i == 0) {
          ofOne = open.size();
        }
        if (i == 9) {
          before = nativeMemory();
        }
        assertThat(open).as("after %d switches", i).hasSize(ofOne);
      }
      assertThat(opened).isEqualTo(30 * ofOne);
      // 20 further models that nobody freed would take several times as much
      assertThat(nativeMemory() - before).isLessThan(32);
    }
    assertThat(open).isEmpty();
  }
}
