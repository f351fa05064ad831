package io.github.easel.app;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Names a failure that nobody foresaw, so that two people who meet it can find each other. The name
 * is made of the type of the innermost exception and of the method of Easel's that was nearest to
 * it: neither the computer, nor the message, nor line numbers have a part in it.
 */
final class FailureCode {

  private static final String OWN = "io.github.easel.";

  /** Compilers number lambdas and anonymous classes as they come. */
  private static final Pattern NUMBERING = Pattern.compile("lambda\\$|\\$\\d+");

  private FailureCode() {}

  /** For example {@code E-7F3A}. */
  static String of(Throwable failure) {
    List<Throwable> chain = causes(failure);
    String type = chain.get(0).getClass().getName();
    String place = chain.stream().flatMap(one -> ownFrame(one).stream()).findFirst().orElse("");
    CRC32 sum = new CRC32();
    sum.update((type + " " + place).getBytes(StandardCharsets.UTF_8));
    return "E-%04X".formatted((sum.getValue() ^ sum.getValue() >>> 16) & 0xFFFF);
  }

  /** The failure and its causes, the innermost first. */
  private static List<Throwable> causes(Throwable failure) {
    List<Throwable> chain = new ArrayList<>();
    for (@Nullable Throwable one = failure; one != null && !chain.contains(one); ) {
      chain.add(one);
      one = one.getCause();
    }
    Collections.reverse(chain);
    return chain;
  }

  private static Optional<String> ownFrame(Throwable one) {
    return Arrays.stream(one.getStackTrace())
        .filter(frame -> frame.getClassName().startsWith(OWN))
        .map(frame -> frame.getClassName() + ":" + frame.getMethodName())
        .map(frame -> NUMBERING.matcher(frame).replaceAll(""))
        .findFirst();
  }
}
