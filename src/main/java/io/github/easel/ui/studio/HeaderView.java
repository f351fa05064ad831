package io.github.easel.ui.studio;

import io.github.easel.ui.control.Hints;
import io.github.easel.ui.text.Language;
import io.github.easel.ui.text.Messages;
import io.github.easel.ui.theme.Theme;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The name of the program, the languages and the light switch. */
final class HeaderView extends HBox {

  private final LookViewModel look;

  HeaderView(LookViewModel look, Messages messages) {
    this.look = look;
    getStyleClass().add("header");
    setMinHeight(USE_PREF_SIZE);
    Label name = new Label("Easel");
    name.getStyleClass().add("wordmark");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox languages = new HBox();
    languages.getStyleClass().add("languages");
    for (Language language : Language.values()) {
      languages.getChildren().add(languageButton(language, messages));
    }
    getChildren().addAll(name, gap, languages, themeButton(messages));
  }

  private ToggleButton languageButton(Language language, Messages messages) {
    ToggleButton button = new ToggleButton(language.label());
    button.setId("language-" + language.tag());
    button.getStyleClass().add("quiet-toggle");
    button.setSelected(look.language().get() == language);
    look.language().addListener((property, old, now) -> button.setSelected(now == language));
    button.setOnAction(
        event -> {
          look.language().set(language);
          button.setSelected(true); // a second click must not turn it off
        });
    Hints.explain(button, messages.text("language.hint"));
    return button;
  }

  private Button themeButton(Messages messages) {
    Button button =
        Hints.iconOnly(
            new Button(),
            Material2AL.BRIGHTNESS_3,
            Bindings.createStringBinding(
                () ->
                    messages.now(
                        look.theme().get() == Theme.LIGHT ? "theme.to.dark" : "theme.to.light"),
                messages.dependencies(look.theme())));
    ((FontIcon) button.getGraphic())
        .iconCodeProperty()
        .bind(
            Bindings.when(look.theme().isEqualTo(Theme.LIGHT))
                .<Ikon>then(Material2AL.BRIGHTNESS_3)
                .otherwise(Material2MZ.WB_SUNNY));
    button.setId("theme");
    button.setOnAction(event -> look.switchTheme());
    return button;
  }
}
