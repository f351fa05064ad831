package io.github.easel.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CatalogueTest {

  private static final Set<String> FAMILIES =
      Set.of("sd14", "sd15", "sd15-inpainting", "sd15-vae", "sd21", "sdxl", "sdxl-vae");

  private final Catalogue catalogue = Catalogue.ofEasel();

  @Test
  void everyEntryIsWellFormed() {
    Set<String> ids = new HashSet<>();
    for (CatalogueEntry entry : catalogue.entries()) {
      assertThat(entry.id()).matches("[a-z0-9.-]+");
      assertThat(ids.add(entry.id())).as(entry.id()).isTrue();
      assertThat(entry.name()).isNotBlank();
      assertThat(FAMILIES).contains(entry.family());
      assertThat(entry.licence()).matches("[a-z0-9.+-]+");
      assertThat(entry.bytes()).isBetween(0L, 20_000_000_000L);
      assertThat(HubAddress.parse(entry.address(), HubEndpoint.HUGGING_FACE).model())
          .isEqualTo(entry.address());
      assertThat(entry.prompt("en")).isNotBlank().matches("[ -~]+");
      assertThat(entry.prompt("ka")).matches(".*[ა-ჰ].*");
      assertThat(entry.prompt("fr")).isEqualTo(entry.prompt("en"));
      for (String trigger : entry.triggers()) {
        assertThat(entry.prompt("en")).contains(trigger);
        assertThat(entry.prompt("ka")).contains(trigger);
      }
      assertThat(Set.of("licence", "address", "bytes")).containsAll(entry.unsure());
    }
  }

  @Test
  void holdsWhatBeginnersAreToldOf() {
    assertThat(catalogue.entries())
        .extracting(CatalogueEntry::name)
        .contains(
            "Stable Diffusion 1.5",
            "Stable Diffusion 2.1",
            "SD-Turbo",
            "Stable Diffusion XL 1.0",
            "TAESD",
            "Anything V3",
            "Robo Diffusion",
            "Openjourney",
            "Arcane Diffusion",
            "Mo-Di Diffusion");
    assertThat(catalogue.entries())
        .filteredOn(entry -> entry.kind() == DownloadKind.EMBEDDING)
        .hasSizeGreaterThanOrEqualTo(3)
        .allMatch(entry -> entry.triggers().get(0).matches("<.+>"));
  }

  @Test
  void entriesAreFoundByEitherName() {
    assertThat(catalogue.find("sd-1.5")).isPresent().isEqualTo(catalogue.find("SD-1.5 "));
    assertThat(catalogue.find("mo-di diffusion")).isPresent();
    assertThat(catalogue.find("nothing")).isEmpty();
  }
}
