package io.github.easel.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.hub.HubRefusal.Kind;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HubEndpointTest {

  @Test
  void theEnvironmentNamesAMirror() {
    assertThat(HubEndpoint.of(Map.of())).isEqualTo(HubEndpoint.HUGGING_FACE);
    assertThat(HubEndpoint.of(Map.of("HF_ENDPOINT", " "))).isEqualTo(HubEndpoint.HUGGING_FACE);
    assertThat(HubEndpoint.of(Map.of("HF_ENDPOINT", "https://mirror.example/")).root())
        .isEqualTo(URI.create("https://mirror.example"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:1", "http://127.0.0.1:8080", "http://[::1]:9"})
  void thisComputerNeedsNoProtection(String text) {
    assertThat(HubEndpoint.parse(text).root()).isEqualTo(URI.create(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://mirror.example",
        "http://127.0.0.1.example",
        "http://localhost.example",
        "mirror.example",
        "ftp://mirror.example",
        "https://me@mirror.example",
        "https://mirror.example?x=1",
        "https://mirror example"
      })
  void refusesWhatCannotBeAHub(String text) {
    HubRig.refused(Kind.ENDPOINT_UNSUITABLE, () -> HubEndpoint.parse(text), text);
  }

  @Test
  void namesAreEscaped() {
    HubEndpoint hub = HubEndpoint.HUGGING_FACE;
    assertThat(hub.info("a/b", "refs/pr/1"))
        .hasToString("https://huggingface.co/api/models/a/b/revision/refs%2Fpr%2F1");
    assertThat(hub.resolve("a/b", "main", "x y/ვ?#%.bin"))
        .hasToString("https://huggingface.co/a/b/resolve/main/x%20y/%E1%83%95%3F%23%25.bin");
  }

  @ParameterizedTest
  @CsvSource({
    "https://huggingface.co/x, true",
    "https://HUGGINGFACE.co:443/x, true",
    "https://huggingface.co:444/x, false",
    "http://huggingface.co/x, false",
    "https://cdn.huggingface.co/x, false",
    "https://huggingface.co.example/x, false"
  })
  void theTokenGoesToItselfOnly(String address, boolean own) {
    assertThat(HubEndpoint.HUGGING_FACE.isOwn(URI.create(address))).isEqualTo(own);
  }
}
