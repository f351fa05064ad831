package io.github.easel.ui.compose;

import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.ScheduleKind;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** A sampler and a schedule that it can follow. */
final class SamplingChoice {

  private final ObjectProperty<SamplerKind> sampler = new SimpleObjectProperty<>(SamplerKind.DDIM);
  private final ObservableList<ScheduleKind> schedules =
      FXCollections.observableArrayList(SamplerKind.DDIM.schedules());
  private final ObjectProperty<ScheduleKind> schedule =
      new SimpleObjectProperty<>(ScheduleKind.MODEL);

  SamplingChoice() {
    sampler.addListener((property, old, chosen) -> offerSchedules(chosen));
  }

  /** Chooses both; a schedule that the sampler cannot follow is left alone. */
  void set(SamplerKind kind, ScheduleKind wanted) {
    sampler.set(kind);
    if (schedules.contains(wanted)) {
      schedule.set(wanted);
    }
  }

  /** Another sampler keeps the schedule if it can follow it, else it takes the model's own. */
  private void offerSchedules(SamplerKind chosen) {
    if (!chosen.schedules().contains(schedule.get())) {
      schedule.set(ScheduleKind.MODEL);
    }
    // one by one, and never the chosen one: a list that is replaced unsets what is chosen in it
    schedules.removeIf(one -> !chosen.schedules().contains(one));
    for (int i = 0; i < chosen.schedules().size(); i++) {
      if (!schedules.contains(chosen.schedules().get(i))) {
        schedules.add(i, chosen.schedules().get(i));
      }
    }
  }

  ObjectProperty<SamplerKind> sampler() {
    return sampler;
  }

  /** The schedules that the chosen sampler can follow. */
  ObservableList<ScheduleKind> schedules() {
    return schedules;
  }

  ObjectProperty<ScheduleKind> schedule() {
    return schedule;
  }
}
