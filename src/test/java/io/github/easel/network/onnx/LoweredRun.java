package io.github.easel.network.onnx;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.DeviceChoice;
import io.github.easel.network.SampleRun;
import io.github.easel.runtime.BoundRun;
import io.github.easel.runtime.EngineOptions;
import io.github.easel.runtime.NetworkGraph;
import io.github.easel.runtime.Session;
import io.github.easel.runtime.onnx.OnnxEngine;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Runs networks by their ONNX lowering. */
public final class LoweredRun {

  /** One thread: more would only wait for each other over so little. */
  private static final OnnxEngine ENGINE =
      OnnxEngine.of(new EngineOptions(DeviceChoice.CPU, 1, EngineOptions.Memory.HIGH, true));

  private LoweredRun() {}

  /** All outputs. */
  public static Map<String, FloatTensor> outputs(SampleRun run) {
    return outputs(run, Precision.SINGLE);
  }

  /** Likewise, computed with other floats. */
  static Map<String, FloatTensor> outputs(SampleRun run, Precision precision) {
    return outputs(run, OnnxLowering.lower(run.network(), run.weights(), precision));
  }

  /** Likewise, of a graph that is there. */
  static Map<String, FloatTensor> outputs(SampleRun run, OnnxLowering.Lowered lowered) {
    NetworkGraph graph =
        new NetworkGraph(
            lowered.model(), lowered.folder(), run.weights().file(), lowered.weights());
    return outputs(run, ENGINE.open(graph, false));
  }

  /** Likewise, of a graph's file. */
  static Map<String, FloatTensor> outputs(SampleRun run, Path file) {
    return outputs(run, ENGINE.open(file));
  }

  private static Map<String, FloatTensor> outputs(SampleRun run, Session opened) {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    run.inputs().forEach((name, value) -> shapes.put(name, value.shape()));
    try (Session session = opened) {
      Map<String, Shape> made = new LinkedHashMap<>();
      session.outputs().keySet().forEach(name -> made.put(name, session.measure(shapes, name)));
      try (BoundRun bound = session.bind(shapes, made)) {
        run.inputs().forEach((name, value) -> set(bound, name, value));
        bound.execute(new Cancellation());
        Map<String, FloatTensor> outputs = new LinkedHashMap<>();
        made.keySet().forEach(name -> outputs.put(name, bound.output(name).copy()));
        return outputs;
      }
    }
  }

  private static void set(BoundRun bound, String name, FloatTensor value) {
    if (name.equals("input_ids") || name.equals("token_stride")) {
      int[] ids = new int[value.size()];
      for (int i = 0; i < ids.length; i++) {
        ids[i] = (int) value.get(i);
      }
      bound.set(name, ids);
    } else {
      bound.input(name).set(value);
    }
  }
}
