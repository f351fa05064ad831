package io.github.easel.generation;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SamplerNameTest {

  @ParameterizedTest
  @CsvSource({
    // diffusers
    "DDIMScheduler, DDIM, MODEL",
    "EulerAncestralDiscreteScheduler, EULER_A, MODEL",
    "KDPM2DiscreteScheduler, DPM2, MODEL",
    "DPMSolverSDEScheduler, DPMPP_SDE, MODEL",
    "FlowMatchEulerDiscreteScheduler, FLOW_MATCH_EULER, MODEL",
    // A1111
    "DPM++ 2M Karras, DPMPP_2M, KARRAS",
    "DPM++ 2M SDE Exponential, DPMPP_2M_SDE, EXPONENTIAL",
    "DPM++ 2M SDE Heun Karras, DPMPP_2M_SDE_HEUN, KARRAS",
    "DPM++ 3M SDE, DPMPP_3M_SDE, MODEL",
    "DPM++ SDE Karras, DPMPP_SDE, KARRAS",
    "DPM2 a Karras, DPM2_A, KARRAS",
    "Euler a, EULER_A, MODEL",
    "Euler SGM Uniform, EULER, TRAILING",
    "PLMS, PNDM, MODEL",
    "LMS Karras, LMS, KARRAS",
    "DPM++ 2M Align Your Steps, DPMPP_2M, ALIGN_YOUR_STEPS",
    // InvokeAI
    "ddim, DDIM, MODEL",
    "ddpm, DDPM, MODEL",
    "deis, DEIS, MODEL",
    "deis_k, DEIS, KARRAS",
    "euler, EULER, MODEL",
    "euler_k, EULER, KARRAS",
    "euler_a, EULER_A, MODEL",
    "heun, HEUN, MODEL",
    "heun_k, HEUN, KARRAS",
    "kdpm_2, DPM2, MODEL",
    "kdpm_2_k, DPM2, KARRAS",
    "kdpm_2_a, DPM2_A, MODEL",
    "kdpm_2_a_k, DPM2_A, KARRAS",
    "lms, LMS, MODEL",
    "lms_k, LMS, KARRAS",
    "dpmpp_2s, DPMPP_2S, MODEL",
    "dpmpp_2s_k, DPMPP_2S, KARRAS",
    "dpmpp_2m, DPMPP_2M, MODEL",
    "dpmpp_2m_k, DPMPP_2M, KARRAS",
    "dpmpp_2m_sde, DPMPP_2M_SDE, MODEL",
    "dpmpp_2m_sde_k, DPMPP_2M_SDE, KARRAS",
    "dpmpp_3m, DPMPP_3M, MODEL",
    "dpmpp_3m_k, DPMPP_3M, KARRAS",
    "dpmpp_sde, DPMPP_SDE, MODEL",
    "dpmpp_sde_k, DPMPP_SDE, KARRAS",
    "unipc, UNIPC, MODEL",
    "unipc_k, UNIPC, KARRAS",
    "lcm, LCM, MODEL",
    "tcd, TCD, MODEL",
    "pndm, PNDM, MODEL",
    // ComfyUI
    "euler_ancestral, EULER_A, MODEL",
    "dpm_2_ancestral, DPM2_A, MODEL",
    "dpmpp_2s_ancestral, DPMPP_2S, MODEL",
    "dpmpp_2m_sde_gpu, DPMPP_2M_SDE, MODEL",
    "uni_pc, UNIPC, MODEL",
    // NovelAI
    "k_euler_ancestral, EULER_A, MODEL",
    "k_dpmpp_2m, DPMPP_2M, MODEL",
    "k_dpmpp_2m_karras, DPMPP_2M, KARRAS",
    // ours, in any case and spacing
    "'  dpm++  2m ', DPMPP_2M, MODEL",
    "FLOW-MATCH EULER, FLOW_MATCH_EULER, MODEL"
  })
  void reads(String name, SamplerKind sampler, ScheduleKind schedule) {
    assertThat(SamplerName.find(name)).contains(new SamplerChoice(sampler, schedule));
  }

  @ParameterizedTest
  @CsvSource({
    "normal, MODEL",
    "karras, KARRAS",
    "exponential, EXPONENTIAL",
    "sgm_uniform, TRAILING",
    "simple, TRAILING",
    "ddim_uniform, MODEL",
    "beta, BETA",
    "Align Your Steps, ALIGN_YOUR_STEPS",
    "AYS, ALIGN_YOUR_STEPS",
    "Automatic, MODEL",
    "SGM Uniform, TRAILING"
  })
  void readsSchedules(String name, ScheduleKind schedule) {
    assertThat(ScheduleKind.find(name)).contains(schedule);
  }

  @ParameterizedTest
  @CsvSource({
    "DPM++ 2M, Karras, DPMPP_2M, KARRAS",
    "DPM++ 2M, Automatic, DPMPP_2M, KARRAS",
    "DPM++ 2M SDE, Automatic, DPMPP_2M_SDE, EXPONENTIAL",
    "Euler, Automatic, EULER, MODEL",
    "dpmpp_2m, sgm_uniform, DPMPP_2M, TRAILING",
    "Euler a, '', EULER_A, MODEL"
  })
  void readsASchedulesNameOfItsOwn(
      String name, String type, SamplerKind sampler, ScheduleKind schedule) {
    assertThat(SamplerName.find(name, type)).contains(new SamplerChoice(sampler, schedule));
  }

  @ParameterizedTest
  @EnumSource
  void readsItsOwnLabels(SamplerKind kind) {
    for (ScheduleKind schedule : ScheduleKind.values()) {
      assertThat(SamplerName.find(kind.label() + " " + schedule.label()))
          .contains(new SamplerChoice(kind, schedule));
    }
    for (String alias : kind.aliases()) {
      assertThat(SamplerName.find(alias)).contains(new SamplerChoice(kind, ScheduleKind.MODEL));
    }
    assertThat(kind.schedules()).contains(ScheduleKind.MODEL);
  }

  @Test
  void offersTheNearestNames() {
    assertThat(SamplerName.find("Euler x")).isEmpty();
    assertThat(SamplerName.nearest("Euler x", 3)).hasSize(3).contains("Euler", "Euler a");
    assertThat(SamplerName.nearest("dpmpp2n", 1)).containsExactly("DPM++ 2M");
    assertThat(SamplerName.find("DPM++ 2M", "no such")).isEmpty();
  }

  @Test
  void readsNamesAsLongAsAnyIs() {
    assertThat(SamplerName.find("k_k_euler")).isEmpty();
    assertThat(SamplerName.find("euler" + " ".repeat(90) + "karras")).isEmpty();
    assertThat(SamplerName.find(" ".repeat(90) + "k_euler"))
        .contains(new SamplerChoice(SamplerKind.EULER, ScheduleKind.MODEL));
    assertThat(SamplerName.find("k_".repeat(100_000))).isEmpty();
    assertThat(SamplerName.nearest("dpmpp2n".repeat(100_000), 3)).hasSize(3);
  }

  @Property(tries = 500)
  void neverFails(@ForAll String name) {
    assertThat(SamplerName.nearest(name, 3)).hasSize(3);
    SamplerName.find(name);
    SamplerName.find(name, name);
  }
}
