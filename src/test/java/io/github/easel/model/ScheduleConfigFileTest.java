package io.github.easel.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.scheduler.Clipping;
import io.github.easel.scheduler.FinalSigma;
import io.github.easel.scheduler.PredictionType;
import io.github.easel.scheduler.SamplerConfig;
import io.github.easel.scheduler.ScheduleConfig;
import io.github.easel.scheduler.SigmaConfig;
import io.github.easel.scheduler.SigmaCurve;
import io.github.easel.scheduler.SolverConfig;
import io.github.easel.scheduler.TimestepSpacing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleConfigFileTest {

  @TempDir private Path folder;

  @Test
  void readsASolversChoices() throws IOException {
    SamplerConfig samplers =
        read("""
                {"_class_name": "DPMSolverMultistepScheduler", "algorithm_type": "sde-dpmsolver++",
                 "solver_order": 3, "solver_type": "heun", "lower_order_final": false,
                 "euler_at_final": true, "final_sigmas_type": "sigma_min",
                 "lambda_min_clipped": -Infinity, "use_lu_lambdas": true}
                """)
            .samplers();
    SolverConfig solver = samplers.solver();
    assertThat(solver.algorithm()).isEqualTo(SolverConfig.Algorithm.SDE_DPMSOLVER_PLUS_PLUS);
    assertThat(solver.order()).isEqualTo(3);
    assertThat(solver.type()).contains(SolverConfig.Type.HEUN);
    assertThat(solver.lowerOrderFinal()).contains(false);
    assertThat(solver.eulerAtFinal()).isTrue();
    assertThat(samplers.sigmas().last()).isEqualTo(FinalSigma.SIGMA_MIN);
    assertThat(samplers.sigmas().curve()).isEqualTo(SigmaCurve.LU);
  }

  @ParameterizedTest
  @CsvSource({
    "use_karras_sigmas, KARRAS",
    "use_exponential_sigmas, EXPONENTIAL",
    "use_beta_sigmas, BETA",
    "use_lu_lambdas, LU",
    "use_flow_sigmas, FLOW",
    "something_else, TIMESTEPS"
  })
  void readsTheCurve(String key, SigmaCurve curve) throws IOException {
    assertThat(read("{\"" + key + "\": true}").samplers().sigmas().curve()).isEqualTo(curve);
    assertThat(read("{\"" + key + "\": false}").samplers().sigmas().curve())
        .isEqualTo(SigmaCurve.TIMESTEPS);
  }

  @Test
  void readsAFlow() throws IOException {
    ScheduleConfig config =
        read(
            """
            {"_class_name": "FlowMatchEulerDiscreteScheduler", "shift": 3.0,
             "use_dynamic_shifting": true, "shift_terminal": 0.1, "flow_shift": 5}
            """);
    assertThat(config.prediction()).isEqualTo(PredictionType.FLOW_PREDICTION);
    assertThat(config.samplers().flow().shift()).isEqualTo(3);
    assertThat(config.samplers().flow().dynamicShift()).isTrue();
    assertThat(config.samplers().flow().terminal()).isEqualTo(OptionalDouble.of(0.1));
    assertThat(config.samplers().sigmas().flowShift()).isEqualTo(5);
  }

  @Test
  void readsWhatSingleSamplersAreTold() throws IOException {
    SamplerConfig samplers =
        read("""
                {"skip_prk_steps": true, "original_inference_steps": 25, "timestep_scaling": 5.0,
                 "interpolation_type": "log_linear"}
                """)
            .samplers();
    assertThat(samplers.skipPrkSteps()).isTrue();
    assertThat(samplers.distillation().originalSteps()).isEqualTo(25);
    assertThat(samplers.distillation().timestepScaling()).isEqualTo(5);
    assertThat(samplers.sigmas().interpolation()).isEqualTo(SigmaConfig.Interpolation.LOG_LINEAR);
  }

  @Test
  void leavesOpenWhatTheFileLeavesOpen() throws IOException {
    ScheduleConfig config = read("{}");
    assertThat(config.timesteps().spacing()).isEmpty();
    assertThat(config.timesteps().stepsOffset()).isEqualTo(1);
    assertThat(config.clipping()).isEqualTo(Clipping.none());
    assertThat(config.samplers()).isEqualTo(SamplerConfig.defaults());
    assertThat(read("{\"timestep_spacing\": \"trailing\"}").timesteps().spacing())
        .contains(TimestepSpacing.TRAILING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"algorithm_type\": \"magic\"}",
        "{\"solver_type\": \"magic\"}",
        "{\"solver_order\": 7}",
        "{\"final_sigmas_type\": \"magic\"}",
        "{\"flow_shift\": 0}",
        "{\"original_inference_steps\": 0}"
      })
  void refusesWhatItDoesNotKnow(String json) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOfSatisfying(
            GenerationException.class,
            e -> assertThat(e.failure()).isEqualTo(Failure.MODEL_FILE_UNUSABLE));
  }

  private ScheduleConfig read(String json) throws IOException {
    return ScheduleConfigFile.read(
        Files.writeString(folder.resolve("scheduler_config.json"), json));
  }
}
