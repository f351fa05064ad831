package io.github.easel.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.ScheduleKind;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplerMatchTest {

  @ParameterizedTest
  @CsvSource({
    "DPM++ 2M Karras, DPMPP_2M, KARRAS, true",
    "DPM++ 2M SDE Exponential, DPMPP_2M_SDE, EXPONENTIAL, true",
    "Euler a, EULER_A, , true",
    "dpmpp_2m_k, DPMPP_2M, KARRAS, true",
    "euler_k, EULER, KARRAS, true",
    "unipc, UNIPC, , true",
    "dpmpp_2m_sde_gpu, DPMPP_2M_SDE, , true",
    "euler_ancestral, EULER_A, , true",
    "uni_pc, UNIPC, , true",
    "k_euler_ancestral, EULER_A, , true",
    "k_dpmpp_2m_sde, DPMPP_2M_SDE, , true",
    "ddim, DDIM, , true",
    "ddim_v3, DDIM, , false",
    "Default - DPM++ 2M, DPMPP_2M, , true",
    "DPM++ 2S a, DPMPP_2S, , false",
    "DPM++ 2S a Karras, DPMPP_2S, KARRAS, false",
    "k_dpmpp_2s_ancestral, DPMPP_2S, , false",
    "DPM fast, DPMPP_2S, , false",
    "DPM adaptive Karras, DPMPP_2S, KARRAS, false",
    "Restart, EULER_A, , false",
    "euler_cfg_pp, EULER, , false",
    "heunpp2, HEUN, , false",
    "Unheard of, DDPM, , false"
  })
  void knowsEverybodysNames(String name, SamplerKind kind, ScheduleKind schedule, boolean exact) {
    assertThat(SamplerMatch.of(name, SamplerKind.DDPM))
        .isEqualTo(new SamplerMatch(kind, Optional.ofNullable(schedule), exact));
  }
}
