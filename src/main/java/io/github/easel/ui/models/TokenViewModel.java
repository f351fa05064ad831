package io.github.easel.ui.models;

import io.github.easel.generation.GenerationException;
import io.github.easel.hub.HubToken;
import io.github.easel.ui.LatestAnswer;
import io.github.easel.ui.Workers;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The user's token for models that not everybody may have. It is never shown again. */
public final class TokenViewModel {

  private final Workers workers;
  private final Consumer<GenerationException> onFailure;
  private final LatestAnswer asking;
  private final StringProperty typed = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<HubToken.From> from =
      new ReadOnlyObjectWrapper<>(HubToken.From.NOWHERE);
  private @Nullable HubToken token;

  TokenViewModel(Workers workers, Consumer<GenerationException> onFailure) {
    this.workers = workers;
    this.onFailure = onFailure;
    asking = new LatestAnswer(workers);
  }

  void open(HubToken opened) {
    token = opened;
  }

  /** Looks whether there is one. */
  void look() {
    change(one -> {});
  }

  /** Keeps what was typed. */
  public void keep() {
    String plain = typed.get();
    typed.set("");
    change(one -> one.keep(plain));
  }

  /** Deletes the one that is kept. */
  public void forget() {
    change(HubToken::forget);
  }

  private void change(Consumer<HubToken> what) {
    HubToken one = token;
    if (one != null) {
      asking.ask(
          workers.files(),
          () -> {
            what.accept(one);
            return one.from();
          },
          from::set,
          onFailure);
    }
  }

  /** What is typed. */
  public StringProperty typed() {
    return typed;
  }

  /** Where the token is from that is used. */
  public ReadOnlyObjectProperty<HubToken.From> from() {
    return from.getReadOnlyProperty();
  }
}
