package io.github.easel.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.GenerationException;
import io.github.easel.hub.HubRefusal.Kind;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HubAddressTest {

  private static HubAddress parse(String text) {
    return HubAddress.parse(text, HubEndpoint.HUGGING_FACE);
  }

  @ParameterizedTest
  @CsvSource({
    "owner/name, '', '', false",
    "' owner/name ', '', '', false",
    "owner/name@v1.0, v1.0, '', false",
    "SimianLuo/LCM_Dreamshaper_v7@refs/pr/1, refs/pr/1, '', false",
    "https://huggingface.co/owner/name, '', '', false",
    "https://huggingface.co/owner/name/, '', '', false",
    "huggingface.co/owner/name, '', '', false",
    "https://hf.co/owner/name?library=diffusers#usage, '', '', false",
    "http://huggingface.co/owner/name, '', '', false",
    "https://huggingface.co/owner/name/tree/main, main, '', false",
    "https://huggingface.co/owner/name/tree/refs%2Fpr%2F8/unet, refs/pr/8, unet, false",
    "https://huggingface.co/owner/name/blob/main/a/b.safetensors, main, a/b.safetensors, true",
    "https://huggingface.co/owner/name/resolve/main/b%20c.ckpt?download=true, main, b c.ckpt, true",
    "https://huggingface.co/owner/name/resolve/main/b+c.ckpt, main, b+c.ckpt, true",
  })
  void reads(String text, String revision, String path, boolean isFile) {
    HubAddress address = parse(text);
    assertThat(address.model()).matches("owner/name|SimianLuo/LCM_Dreamshaper_v7");
    assertThat(address.revision()).isEqualTo(Optional.of(revision).filter(r -> !r.isEmpty()));
    assertThat(address.path()).isEqualTo(path);
    assertThat(address.isFile()).isEqualTo(isFile);
  }

  @Test
  void aMirrorsLinksAreRead() {
    HubEndpoint mirror = HubEndpoint.parse("https://mirror.example:8443/hub/");
    assertThat(HubAddress.parse("https://mirror.example:8443/hub/a/b/tree/main/c", mirror))
        .isEqualTo(new HubAddress("a/b", Optional.of("main"), "c", false));
    assertThat(HubAddress.parse("https://huggingface.co/a/b", mirror).model()).isEqualTo("a/b");
    HubRig.refused(
        Kind.ADDRESS_ELSEWHERE,
        () -> HubAddress.parse("https://other.example/a/b", mirror),
        "other.example",
        "mirror.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "name",
        "owner/",
        "/name",
        "a/b/c",
        "owner/na me",
        "owner/na\nme",
        "../name",
        "owner/..",
        "owner/a..b",
        "owner/-x",
        "owner\\name",
        "owner/name@",
        "owner/name@../../x",
        "owner/name@a b",
        "owner/ნახატი",
        "https://",
        "https:///owner/name",
        "ftp://huggingface.co/owner/name",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "https://huggingface.co",
        "https://huggingface.co/owner",
        "https://me:secret@huggingface.co/owner/name",
        "https://huggingface.co/owner/name/blob/main",
        "https://huggingface.co/owner/name/discussions/3",
        "https://huggingface.co/%2e%2e/name",
        "https://huggingface.co/owner/name/tree/%2e%2e",
        "https://huggingface.co/owner/%zz"
      })
  void refusesWhatIsNoAddress(String text) {
    HubRig.refused(Kind.ADDRESS_UNREADABLE, () -> parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://huggingface.co/owner/name/resolve/main/..%2f..%2fx.ckpt",
        "https://huggingface.co/owner/name/resolve/main/%2e%2e/x.ckpt",
        "https://huggingface.co/owner/name/resolve/main/a%5Cb.ckpt",
        "https://huggingface.co/owner/name/resolve/main/C:/b.ckpt",
        "https://huggingface.co/owner/name/resolve/main/a%00b.ckpt"
      })
  void refusesPathsThatLeadOut(String text) {
    HubRig.refused(Kind.NAME_HOSTILE, () -> parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "datasets/owner",
        "https://huggingface.co/spaces/owner/name",
        "https://hf.co/docs/x"
      })
  void refusesWhatIsNoModel(String text) {
    HubRig.refused(Kind.ADDRESS_NO_MODEL, () -> parse(text));
  }

  @Test
  void anotherRevisionTakesThePlace() {
    assertThat(parse("a/b@one").at("two").revision()).contains("two");
    HubRig.refused(Kind.ADDRESS_UNREADABLE, () -> parse("a/b").at("../x"));
  }

  @Property(tries = 2_000)
  void whateverIsTypedNeverLeadsOut(
      @ForAll @StringLength(max = 40) @CharRange(from = ' ', to = '~') String text) {
    for (String typed : new String[] {text, "https://huggingface.co/" + text, "a/b@" + text}) {
      try {
        HubAddress address = parse(typed);
        assertThat(address.model()).matches("[\\w.-]+/[\\w.-]+").doesNotContain("..");
        assertThat(("/" + address.path() + "/")).doesNotContain("/../").doesNotContain("\\");
        assertThat(
                HubEndpoint.HUGGING_FACE
                    .info(address.model(), address.revision().orElse("main"))
                    .normalize()
                    .toString())
            .startsWith("https://huggingface.co/api/models/" + address.model() + "/revision/");
      } catch (GenerationException e) {
        assertThat(e.getCause()).isInstanceOf(HubRefusal.class);
      }
    }
  }
}
