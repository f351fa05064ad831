package io.github.easel.runtime.torch;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Locale;
import org.junit.jupiter.api.condition.EnabledIf;

/** Runs only where Maven Central has PyTorch's library. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIf(
    value = "io.github.easel.runtime.torch.NeedsPyTorch$Platform#isServed",
    disabledReason = "there is no PyTorch library for this kind of computer")
public @interface NeedsPyTorch {

  /** The computer that tests run on. */
  final class Platform {

    private Platform() {}

    static boolean isServed() {
      boolean mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");
      return System.getProperty("os.arch").equals("aarch64") == mac;
    }
  }
}
