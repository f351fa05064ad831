package io.github.easel.scheduler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.easel.model.ScheduleConfigFile;
import io.github.easel.random.NoiseSource;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One of diffusers' runs on the toy model: golden/README.md says where the figures come from. */
record GoldenRun(JsonNode figures) {

  private static final JsonNode FILE = read();

  static Stream<GoldenRun> of(String diffusersClass) {
    return StreamSupport.stream(FILE.get("cases").spliterator(), false)
        .filter(run -> run.get("class").asText().equals(diffusersClass))
        .map(GoldenRun::new);
  }

  static JsonNode alphaBars() {
    return FILE.get("alphas_cumprod");
  }

  static FloatTensor noise(int row) {
    return tensor(FILE.get("noise").get(row % 64));
  }

  static FloatTensor original() {
    return tensor(FILE.get("orig"));
  }

  int steps() {
    return figures.get("num_inference_steps").intValue();
  }

  /** The first call: above 0 for img2img. */
  int start() {
    return figures.path("t_start").intValue() * figures.get("order").intValue();
  }

  double eta() {
    return option("eta", 0);
  }

  FloatTensor startSample() {
    return tensor(figures.get("start"));
  }

  FloatTensor after(int call) {
    return tensor(figures.get("prev_sample").get(call - start()));
  }

  int draws(int call) {
    return figures.get("noise_draws").get(call - start()).intValue();
  }

  /** A keyword that a step was given. */
  double option(String name, double absent) {
    return figures.path("step_kwargs").path(name).asDouble(absent);
  }

  /** The noise levels, if the algorithm has any. */
  Optional<float[]> sigmas() {
    return figures.path("sigmas").isArray()
        ? Optional.of(tensor(figures.get("sigmas")).toArray())
        : Optional.empty();
  }

  double initialNoiseSigma() {
    return figures.get("init_noise_sigma").doubleValue();
  }

  double timestep(int call) {
    return figures.get("timesteps").get(call).doubleValue();
  }

  ScheduleConfig config() {
    JsonNode json = figures.get("config");
    ScheduleConfig config =
        json.has("beta_start")
            ? ScheduleConfigFile.parse(json)
            : ScheduleConfig.defaults().withSamplers(ScheduleConfigFile.parse(json).samplers());
    JsonNode mu = figures.path("set_timesteps_kwargs").path("mu");
    SamplerConfig samplers = config.samplers();
    return mu.isNumber()
        ? config.withSamplers(samplers.withFlow(samplers.flow().withMu(mu.doubleValue())))
        : config;
  }

  /** The toy model: sin(3 x + t / 1000). */
  static void toyModel(FloatTensor input, double timestep, FloatTensor output) {
    for (int i = 0; i < input.size(); i++) {
      output.set(i, (float) Math.sin(3 * (double) input.get(i) + timestep / 1000));
    }
  }

  /** Hands out the rows of noise in order and counts them. */
  static final class Rows implements NoiseSource {

    private int next;

    @Override
    public void fill(FloatTensor noise) {
      noise.set(GoldenRun.noise(next++));
    }

    @Override
    public String name() {
      return "rows";
    }

    int drawn() {
      return next;
    }
  }

  @Override
  public String toString() {
    return figures.get("name").asText();
  }

  private static FloatTensor tensor(JsonNode row) {
    FloatTensor tensor = FloatTensor.zeros(Shape.of(row.size()));
    for (int i = 0; i < row.size(); i++) {
      tensor.set(i, Float.parseFloat(row.get(i).asText()));
    }
    return tensor;
  }

  private static JsonNode read() {
    try (InputStream in = GoldenRun.class.getResourceAsStream("/golden/schedulers.json")) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
