package io.github.easel.runtime.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CudaLibrariesTest {

  @TempDir Path folder;

  private void put(String... names) throws IOException {
    for (String name : names) {
      Files.createFile(folder.resolve(name));
    }
  }

  @Test
  void eachIsLoadedBehindWhatItNeeds() throws IOException {
    put("libcudnn_ops.so.9", "libcudnn.so.9", "libcublas.so.12", "libcublasLt.so.12");
    put("libcudart.so.12", "libcurand.so.10", "libnvrtc.so.12", "LICENSE.txt");
    List<String> loaded = new ArrayList<>();
    CudaLibraries.load(folder, loaded::add);
    assertThat(loaded)
        .allMatch(file -> Path.of(file).isAbsolute())
        .extracting(file -> Path.of(file).getFileName().toString())
        .containsExactly(
            "libcudart.so.12",
            "libcublasLt.so.12",
            "libcublas.so.12",
            "libcurand.so.10",
            "libcudnn.so.9");
  }

  @Test
  void windowsNamesThemOtherwise() throws IOException {
    put("cudnn64_9.dll", "cudnn_ops64_9.dll", "cublas64_12.dll", "cublasLt64_12.dll");
    put("cudart64_12.dll", "curand64_10.dll");
    assertThat(CudaLibraries.inOrder(folder))
        .extracting(file -> file.getFileName().toString())
        .containsExactly(
            "cudart64_12.dll",
            "cublasLt64_12.dll",
            "cublas64_12.dll",
            "curand64_10.dll",
            "cudnn64_9.dll");
  }

  @Test
  void oneThatDoesNotLoadEndsItWithoutHarm() throws IOException {
    put("libcudart.so.12", "libcudnn.so.9");
    List<String> tried = new ArrayList<>();
    CudaLibraries.load(
        folder,
        file -> {
          tried.add(file);
          throw new UnsatisfiedLinkError(file);
        });
    assertThat(tried).hasSize(1);
  }

  @Test
  void aPackageWithoutThemLoadsNone() {
    assertThat(CudaLibraries.inOrder(folder.resolve("cuda"))).isEmpty();
    CudaLibraries.load();
  }
}
