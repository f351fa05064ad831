package io.github.easel.ui.studio;

import io.github.easel.ui.control.Hints;
import io.github.easel.ui.keys.Command;
import io.github.easel.ui.keys.KeyMap;
import io.github.easel.ui.text.Language;
import io.github.easel.ui.text.Messages;
import io.github.easel.ui.theme.Theme;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
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

/** The line at the top: the program's name, its pages, its panels, and how it looks. */
final class HeaderView extends HBox {

  private final LookViewModel look;
  private final LayoutViewModel layout;
  private final KeyMap keys;
  private final Messages messages;

  /**
   * @param pages those that there are
   * @param onOpen asks for a file to be looked at
   */
  HeaderView(
      LookViewModel look,
      LayoutViewModel layout,
      Set<Page> pages,
      Runnable onOpen,
      KeyMap keys,
      Messages messages) {
    this.look = look;
    this.layout = layout;
    this.keys = keys;
    this.messages = messages;
    getStyleClass().add("header");
    setMinHeight(USE_PREF_SIZE);
    Label name = new Label("Easel");
    name.getStyleClass().add("wordmark");
    Button open =
        Hints.iconOnly(
            new Button(), Material2AL.FOLDER_OPEN, messages.text("open", keys.label(Command.OPEN)));
    open.setId("open");
    open.setOnAction(event -> onOpen.run());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    getChildren().add(name);
    if (pages.contains(Page.LEARN)) {
      getChildren()
          .add(
              group(
                  named(Page.VIEWER),
                  named(Page.CANVAS),
                  named(Page.MODELS),
                  named(Page.TEACH),
                  named(Page.LEARN)));
    }
    getChildren().addAll(gap, open, line(), panels(), line(), languages(), themeButton());
    for (Page page : new Page[] {Page.SETTINGS, Page.KEYS}) {
      if (pages.contains(page)) {
        getChildren().add(pictured(page));
      }
    }
  }

  private static HBox group(Node... members) {
    HBox group = new HBox(members);
    group.getStyleClass().add("header-group");
    return group;
  }

  private static Node line() {
    Region line = new Region();
    line.getStyleClass().add("header-line");
    return line;
  }

  private ToggleButton named(Page page) {
    ToggleButton button = pageButton(page);
    button.getStyleClass().addAll("quiet-toggle", "page-toggle");
    button.textProperty().bind(messages.text("page." + page.label()));
    Hints.explain(button, hint(page));
    return button;
  }

  private ToggleButton pictured(Page page) {
    Ikon icon = page == Page.KEYS ? Material2AL.KEYBOARD : Material2MZ.SETTINGS;
    return Hints.iconOnly(pageButton(page), icon, hint(page));
  }

  private ToggleButton pageButton(Page page) {
    ToggleButton button = new ToggleButton();
    button.setId("page-" + page.label());
    button.setSelected(layout.page().get() == page);
    layout.page().addListener((property, old, now) -> button.setSelected(now == page));
    button.setOnAction(
        event -> {
          if (!page.isFace() || layout.page().get() != page) {
            layout.toggle(page); // a second click on a face must not turn it away
          }
          button.setSelected(layout.page().get() == page);
        });
    return button;
  }

  private ObservableValue<String> hint(Page page) {
    String key = "page." + page.label() + ".hint";
    return page.command()
        .map(command -> messages.text(key, keys.label(command)))
        .orElseGet(() -> messages.text(key));
  }

  private Node panels() {
    return group(
        panel("left", layout.left(), Command.LEFT_PANEL, Pos.CENTER_LEFT),
        panel("drawer", layout.drawer(), Command.DRAWER, Pos.BOTTOM_CENTER),
        panel("right", layout.right(), Command.RIGHT_PANEL, Pos.CENTER_RIGHT));
  }

  private Node panel(String name, Side side, Command command, Pos edge) {
    ToggleButton button = new ToggleButton();
    ObservableValue<String> text = messages.text("panel." + name, keys.label(command));
    Hints.iconOnly(button, Material2MZ.VIEW_SIDEBAR, text);
    button.setGraphic(new PanelGlyph(edge));
    button.getStyleClass().add("panel-toggle");
    button.setId("panel-" + name);
    button.selectedProperty().bindBidirectional(side.open());
    return button;
  }

  private Node languages() {
    HBox languages = group();
    for (Language language : Language.values()) {
      languages.getChildren().add(languageButton(language));
    }
    return languages;
  }

  private ToggleButton languageButton(Language language) {
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

  private Button themeButton() {
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
