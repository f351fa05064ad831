package io.github.easel.metadata;

import io.github.easel.generation.Remark;
import io.github.easel.generation.Remark.Reason;
import io.github.easel.generation.Remark.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Collects what became of each setting. */
final class Remarks {

  private static final int LONGEST = 200;

  private final SourceProgram program;
  private final List<Remark> remarks = new ArrayList<>();

  Remarks(SourceProgram program) {
    this.program = program;
  }

  /** The setting is in the request as it was. */
  void applied(FoundSetting setting) {
    if (setting.written()) {
      add(Reason.APPLIED, setting.name(), setting.value());
    } else {
      add(Reason.IMPLIED, setting.name(), setting.value(), program.label());
    }
  }

  /** The setting's value makes no sense. */
  void unreadable(FoundSetting setting) {
    add(Reason.UNREADABLE, setting.name(), setting.value());
  }

  /** The setting's number is out of range, and another is in the request. */
  void limited(FoundSetting setting, String used) {
    add(Reason.NUMBER_LIMITED, setting.name(), setting.value(), used);
  }

  /** Nothing corresponds to the setting. */
  void unknown(FoundSetting setting) {
    add(Reason.UNKNOWN, setting.name(), setting.value());
  }

  /** Anything; long details are cut. */
  void add(Reason reason, String... details) {
    List<String> cut = new ArrayList<>();
    for (String detail : details) {
      cut.add(
          detail.codePointCount(0, detail.length()) <= LONGEST
              ? detail
              : detail.substring(0, detail.offsetByCodePoints(0, LONGEST)) + "…");
    }
    remarks.add(new Remark(reason, cut));
  }

  List<Remark> of(Verdict verdict) {
    return remarks.stream().filter(remark -> remark.reason().verdict() == verdict).toList();
  }
}
