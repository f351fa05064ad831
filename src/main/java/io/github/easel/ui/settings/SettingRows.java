package io.github.easel.ui.settings;

import atlantafx.base.controls.ToggleSwitch;
import io.github.easel.app.DeviceReport;
import io.github.easel.app.UserMessages;
import io.github.easel.generation.PreviewWish;
import io.github.easel.ui.control.Hints;
import io.github.easel.ui.settings.Segments.Choice;
import io.github.easel.ui.text.Language;
import io.github.easel.ui.text.Messages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;

/** One row for every setting: its name, its control, and what the choice means. */
final class SettingRows {

  private static final List<Integer> STEPS = List.of(1, 2, 3, 4, 5, 8, 10, 15, 20);

  private final SettingsViewModel model;
  private final FolderQuestion chooser;
  private final Runnable openKeys;
  private final Messages messages;

  SettingRows(
      SettingsViewModel model, FolderQuestion chooser, Runnable openKeys, Messages messages) {
    this.model = model;
    this.chooser = chooser;
    this.openKeys = openKeys;
    this.messages = messages;
  }

  Node of(Item item) {
    return switch (item) {
      case LANGUAGE -> row(item, languages(), messages.text(item.key() + ".hint"));
      case THEME -> chosen(item, model.theme(), "system", "light", "dark");
      case PICTURES -> new FolderRow(model, chooser, messages).pictures();
      case MODELS -> new FolderRow(model, chooser, messages).models();
      case MEANING -> new FolderRow(model, chooser, messages).meaning();
      case DEVICE -> device(item);
      case MEMORY -> chosen(item, model.memory(), "auto", "medium", "low");
      case THREADS -> threads(item);
      case PRECISION -> precision(item);
      case PREVIEW -> chosen(item, model.preview(), previews());
      case EVERY -> every(item);
      case KEYS -> keys(item);
      case STRIP -> onOff(item, model.strip());
      case DESKTOP -> onOff(item, model.desktop());
      case SOUND -> onOff(item, model.sound());
    };
  }

  private Node row(Item item, Node control, ObservableValue<String> hint) {
    control.setId("setting-" + item.label());
    return new SettingRow(messages.text(item.key()), control, hint);
  }

  private static String[] previews() {
    return Stream.of(
            PreviewWish.Kind.AUTO,
            PreviewWish.Kind.FAST,
            PreviewWish.Kind.FULL,
            PreviewWish.Kind.OFF)
        .map(PreviewWish.Kind::label)
        .toArray(String[]::new);
  }

  /** A row of segments, whose hint is that of the choice. */
  private Node chosen(Item item, ObjectProperty<String> chosen, String... values) {
    return row(item, segments(item, chosen, values), hint(item, chosen));
  }

  private ObservableValue<String> hint(Item item, ObjectProperty<String> chosen) {
    return Bindings.createStringBinding(
        () -> messages.now(item.key() + "." + chosen.get() + ".hint"),
        messages.dependencies(chosen));
  }

  private Node segments(Item item, ObjectProperty<String> chosen, String... values) {
    List<Choice<String>> choices =
        Stream.of(values)
            .map(value -> new Choice<>(value, value, messages.text(item.key() + "." + value)))
            .toList();
    return new Segments<>("setting-" + item.label(), chosen, choices);
  }

  private Node languages() {
    List<Choice<String>> choices = new ArrayList<>();
    choices.add(new Choice<>("", "system", messages.text("item.language.system")));
    for (Language language : Language.values()) {
      String own = language == Language.GEORGIAN ? "ქართული" : "English";
      choices.add(new Choice<>(language.tag(), language.tag(), new SimpleStringProperty(own)));
    }
    return new Segments<>("setting-language", model.language(), choices);
  }

  private Node device(Item item) {
    ObjectProperty<String> chosen = model.deviceChoice();
    ObservableValue<String> found =
        Bindings.createStringBinding(
            () -> {
              DeviceReport now = model.device().getValue();
              return now == null
                  ? messages.now("item.device.unknown")
                  : messages.now("item.device.now", now.device(), now.reason());
            },
            messages.dependencies(model.device()));
    return row(item, segments(item, chosen, "auto", "cpu", "cuda"), found);
  }

  private Node threads(Item item) {
    int most = Runtime.getRuntime().availableProcessors();
    List<Integer> choices = IntStream.rangeClosed(0, most).boxed().toList();
    ComboBox<Integer> box =
        box(choices, model.threads(), value -> value == 0 ? messages.now("automatic") : "" + value);
    box.accessibleTextProperty().bind(messages.text(item.key()));
    return row(item, box, messages.text("item.threads.hint", most));
  }

  private Node precision(Item item) {
    ObjectProperty<String> chosen = model.precision();
    Node segments = segments(item, chosen, "auto", "full");
    segments.disableProperty().bind(model.precisionMatters().not());
    ObservableValue<String> told = hint(item, chosen);
    return row(
        item,
        segments,
        Bindings.createStringBinding(
            () ->
                model.precisionMatters().get()
                    ? told.getValue()
                    : messages.now("item.precision.none"),
            messages.dependencies(chosen, model.device())));
  }

  private Node every(Item item) {
    ObjectProperty<Integer> chosen = model.every();
    List<Integer> choices =
        Stream.concat(STEPS.stream(), Stream.of(chosen.get())).distinct().sorted().toList();
    ComboBox<Integer> box = box(choices, chosen, value -> messages.now("item.every.steps", value));
    box.accessibleTextProperty().bind(messages.text(item.key()));
    box.disableProperty().bind(model.preview().isEqualTo(PreviewWish.Kind.OFF.label()));
    return row(item, box, messages.text("item.every.hint"));
  }

  /** Says numbers in words. */
  private interface Saying {
    String of(int value);
  }

  private ComboBox<Integer> box(
      List<Integer> choices, ObjectProperty<Integer> chosen, Saying saying) {
    ComboBox<Integer> box = new ComboBox<>();
    box.getItems().setAll(choices);
    box.setConverter(converter(saying));
    // a new converter has all of the texts said anew
    messages.language().addListener(changed -> box.setConverter(converter(saying)));
    box.valueProperty().bindBidirectional(chosen);
    return box;
  }

  private static StringConverter<Integer> converter(Saying saying) {
    return new StringConverter<>() {
      @Override
      public String toString(Integer value) {
        return value == null ? "" : saying.of(value);
      }

      @Override
      public Integer fromString(String text) {
        throw new UnsupportedOperationException("nobody types into it");
      }
    };
  }

  private Node keys(Item item) {
    Button open = new Button();
    open.textProperty().bind(messages.text("item.keys.open"));
    open.setOnAction(event -> openKeys.run());
    return row(item, new HBox(open), messages.text("item.keys.hint"));
  }

  private Node onOff(Item item, ObjectProperty<Boolean> chosen) {
    ToggleSwitch control = new ToggleSwitch();
    control.setSelected(chosen.get());
    control.selectedProperty().addListener((property, old, now) -> chosen.set(now));
    chosen.addListener((property, old, now) -> control.setSelected(now));
    control.accessibleTextProperty().bind(messages.text(item.key()));
    ObservableValue<String> hint =
        Bindings.createStringBinding(
            () -> messages.now(item.key() + (chosen.get() ? ".on" : ".off") + ".hint"),
            messages.dependencies(chosen));
    Hints.explain(control, hint);
    return row(item, control, hint);
  }

  /** The rows of the folders. */
  private record FolderRow(SettingsViewModel model, FolderQuestion chooser, Messages messages) {

    Node pictures() {
      ObservableValue<String> hint =
          Bindings.createStringBinding(
              () ->
                  model.obstacle().get().isEmpty()
                      ? messages.now("item.pictures.hint")
                      : messages.now(
                          "folder.obstacle",
                          new UserMessages(messages.locale()).reason(model.obstacle().get())),
              messages.dependencies(model.obstacle()));
      SettingRow row = row("pictures", model.pictures(), model::picturesFolder, hint);
      row.worry(model.obstacle().isNotEmpty());
      return row;
    }

    Node models() {
      ObjectProperty<String> chosen = model.models();
      ObservableValue<String> hint =
          Bindings.createStringBinding(
              () ->
                  chosen.get().isEmpty()
                      ? messages.now("item.models.hint")
                      : models(model.modelsFound().get(), model.unusableFound().get()),
              messages.dependencies(chosen, model.modelsFound(), model.unusableFound()));
      return row("models", chosen, () -> model.modelsFolder().orElse(Path.of("")), hint);
    }

    Node meaning() {
      ObservableValue<String> hint =
          Bindings.createStringBinding(
              () ->
                  messages.now(model.compares().get() ? "item.meaning.hint" : "folder.towers.none"),
              messages.dependencies(model.compares()));
      SettingRow row =
          row("meaning", model.meaning(), () -> model.meaningFolder().orElse(Path.of("")), hint);
      row.worry(model.compares().not());
      return row;
    }

    private SettingRow row(
        String name,
        ObjectProperty<String> chosen,
        Supplier<Path> folder,
        ObservableValue<String> hint) {
      return new SettingRow(
          messages.text("item." + name),
          new FolderControl(name, chosen, folder, model, chooser, messages),
          hint);
    }

    private String models(int found, int unusable) {
      String broken = messages.now("folder.unusable", unusable);
      if (unusable == 0 || found == 0) {
        return unusable == 0 ? messages.now("folder.models", found) : broken;
      }
      return messages.now("folder.models", found) + " " + broken;
    }
  }
}
