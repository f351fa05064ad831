package io.github.easel.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.app.StyleService;
import io.github.easel.generation.Stage;
import io.github.easel.ui.compose.Obstacle;
import io.github.easel.ui.compose.SizeChoice;
import io.github.easel.ui.compose.Verb;
import io.github.easel.ui.keys.Command;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {

  /** All screens with texts of their own. */
  private static final List<String> SCREENS =
      List.of(
          "studio",
          "compose",
          "viewer",
          "gallery",
          "queue",
          "failure",
          "learn",
          "drop",
          "settings",
          "keys");

  private static String file(String screen) {
    return screen + "/" + Character.toUpperCase(screen.charAt(0)) + screen.substring(1);
  }

  static Stream<String> screens() {
    return SCREENS.stream();
  }

  private static Properties load(String file) {
    Properties texts = new Properties();
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(
                MessagesTest.class.getResourceAsStream("/io/github/easel/ui/" + file)),
            StandardCharsets.UTF_8)) {
      texts.load(reader);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return texts;
  }

  @ParameterizedTest
  @MethodSource("screens")
  void haveTheSameKeysAndPlacesInBothLanguages(String screen) {
    Properties english = load(file(screen) + ".properties");
    Properties georgian = load(file(screen) + "_ka.properties");
    assertThat(georgian.keySet()).isEqualTo(english.keySet());
    for (String key : english.stringPropertyNames()) {
      assertThat(places(georgian.getProperty(key)))
          .as(key)
          .isEqualTo(places(english.getProperty(key)));
    }
  }

  private static int places(String pattern) {
    return new MessageFormat(pattern).getFormatsByArgumentIndex().length;
  }

  @ParameterizedTest
  @MethodSource("screens")
  void useNoApostrophesThatMessageFormatWouldSwallow(String screen) {
    for (String ending : List.of(".properties", "_ka.properties")) {
      assertThat(load(file(screen) + ending).values())
          .noneMatch(text -> text.toString().contains("'"));
    }
  }

  @Test
  void haveASentenceForEveryConstant() {
    List<String> wanted = new ArrayList<>();
    for (Obstacle obstacle : Obstacle.values()) {
      wanted.add(obstacle.key());
    }
    for (Verb verb : Verb.values()) {
      wanted.add(verb.key());
      wanted.add(verb.keyOfSeveral());
    }
    for (StyleService.Family family : StyleService.Family.values()) {
      wanted.add("compose.style." + family);
    }
    for (SizeChoice.Form form : SizeChoice.Form.values()) {
      wanted.add(form.key());
    }
    for (Stage stage : Stage.values()) {
      wanted.add("progress." + stage);
    }
    assertThat(load("compose/Compose.properties").stringPropertyNames()).containsAll(wanted);
  }

  @ParameterizedTest
  @EnumSource
  void haveANameForEveryCommand(Command command) {
    assertThat(load("keys/Keys.properties")).containsKey("command." + command);
    assertThat(load("keys/Keys.properties")).containsKey("group." + command.group());
  }

  @Test
  void followLanguageAndValues() {
    ObjectProperty<Language> language = new SimpleObjectProperty<>(Language.ENGLISH);
    SimpleStringProperty seed = new SimpleStringProperty("7");
    StringBinding text = Messages.of("studio", language).text("page.keys.hint", seed);
    assertThat(text.get()).isEqualTo("All keys (7)");
    seed.set("8");
    assertThat(text.get()).isEqualTo("All keys (8)");
    language.set(Language.GEORGIAN);
    assertThat(text.get()).isEqualTo("ყველა კლავიში (8)");
  }

  @Test
  void takeTheLanguageThatWasRemembered() {
    assertThat(Language.of("ka")).isEqualTo(Language.GEORGIAN);
    assertThat(Language.of("en")).isEqualTo(Language.ENGLISH);
    assertThat(Language.of("xx")).isIn((Object[]) Language.values());
  }

  @ParameterizedTest
  @ValueSource(strings = {"EaselSans-Regular.ttf", "EaselSans-Bold.ttf"})
  void canBeWrittenWithTheBundledLetters(String file) {
    Font font =
        Font.loadFont(
            MessagesTest.class.getResourceAsStream("/io/github/easel/ui/fonts/" + file), 20);
    assertThat(font.getFamily()).isEqualTo("Easel Sans");
    // letters of one font differ in width, boxes for missing letters do not
    assertThat(width("ი", font)).isLessThan(width("წ", font)).isLessThan(width("ფ", font));
  }

  private static double width(String letter, Font font) {
    Text text = new Text(letter);
    text.setFont(font);
    return text.getLayoutBounds().getWidth();
  }
}
