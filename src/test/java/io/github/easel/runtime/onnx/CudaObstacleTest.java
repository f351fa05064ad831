package io.github.easel.runtime.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CudaObstacleTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FAIL : Failed to load library /x/libonnxruntime_providers_cuda.so with error: libcublasLt.so.12: cannot open shared object file: No such file or directory | libcublasLt.so.12 of CUDA 12
          with error: libcuda.so.1: cannot open shared object file: No such file | driver is not installed
          FAIL : Error loading "C:\\x\\onnxruntime_providers_cuda.dll" which depends on "cudnn64_9.dll" which is missing. (Error 126) | cudnn64_9.dll of CUDA 12
          FAIL : Error loading "C:\\x\\onnxruntime_providers_cuda.dll" which depends on "nvcuda.dll" which is missing. (Error 126) | driver is not installed
          onnxruntime::ProviderLibrary::Get LoadLibrary failed with error 126 "" when trying to load "x.dll" | CUDA 12 or cuDNN 9, or NVIDIA's driver
          CUDA failure 35: CUDA driver version is insufficient for CUDA runtime version ; GPU=0 | 35: CUDA driver version is insufficient
          CUDA failure 100: no CUDA-capable device is detected ; GPU=-1 | no CUDA-capable device
          """)
  void saysWhatIsMissing(String message, String words) {
    assertThat(CudaObstacle.inWords(message)).contains(words).doesNotContain("/x/");
  }

  @Test
  void onLinuxALookTellsThatThereIsNoDriver(@TempDir Path devices) throws IOException {
    assertThat(CudaObstacle.atFirstSight("Linux", devices))
        .contains("NVIDIA's driver is not installed");
    assertThat(CudaObstacle.atFirstSight("Windows 11", devices)).isEmpty();
    assertThat(CudaObstacle.atFirstSight("Linux", devices.resolve("none"))).isEmpty();
    Files.createFile(devices.resolve("nvidiactl"));
    assertThat(CudaObstacle.atFirstSight("Linux", devices)).isEmpty();
  }

  @Test
  void cutsWhatItDoesNotKnow() {
    assertThat(CudaObstacle.inWords("odd ".repeat(100) + "\nmore")).hasSizeLessThan(170);
  }
}
