package io.github.easel.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.junit.jupiter.api.Test;

class PrivatePathsTest {

  private static PrivatePaths of(String home, String name) {
    Properties system = new Properties();
    system.setProperty("user.home", home);
    system.setProperty("user.name", name);
    return new PrivatePaths(system);
  }

  @Test
  void namesNeitherTheFolderNorThePerson() {
    PrivatePaths linux = of("/home/nino", "nino");
    assertThat(linux.strip("cannot read /home/nino/models/a and /media/nino/disk: no"))
        .isEqualTo("cannot read ~/models/a and /media/user/disk: no");
    PrivatePaths windows = of("C:\\Users\\Nino", "nino");
    assertThat(windows.strip("C:\\Users\\Nino\\x and D:\\users\\nino\\y"))
        .isEqualTo("~\\x and D:\\users\\user\\y");
  }

  @Test
  void leavesWordsThatOnlyLookLikeTheName() {
    PrivatePaths paths = of("/home/model", "model");
    assertThat(paths.strip("the model /opt/models/model-1/model.onnx of /srv/model"))
        .isEqualTo("the model /opt/models/model-1/model.onnx of /srv/user");
    assertThat(of("/", "").strip("/opt/x")).isEqualTo("/opt/x");
  }
}
