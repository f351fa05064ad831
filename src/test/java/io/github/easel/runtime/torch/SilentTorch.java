package io.github.easel.runtime.torch;

import io.github.easel.generation.Cancellation;
import io.github.easel.network.Network;
import io.github.easel.network.SampleNetworks;
import io.github.easel.network.SampleRun;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Proxy;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A program of its own that loads PyTorch and computes with it, and prints every connection that
 * anything wanted meanwhile. Given a word, it loads DJL without our room, to show what would be.
 */
final class SilentTorch {

  static final String ASKED = "asked for ";

  private static final List<String> WANTED = new CopyOnWriteArrayList<>();

  private SilentTorch() {}

  /** Refuses every address, before anything leaves the machine. */
  private static final class Refusing extends URLStreamHandler {

    @Override
    protected URLConnection openConnection(URL address) throws IOException {
      WANTED.add(address.toString());
      throw new ConnectException("nothing may be asked for");
    }

    @Override
    protected URLConnection openConnection(URL address, Proxy proxy) throws IOException {
      return openConnection(address);
    }
  }

  public static void main(String[] arguments) throws IOException {
    URL.setURLStreamHandlerFactory(protocol -> protocol.startsWith("http") ? new Refusing() : null);
    if (arguments.length > 0) {
      ai.djl.engine.Engine.getEngine("PyTorch");
    } else {
      Path folder = Files.createTempDirectory("silent");
      Network network = Objects.requireNonNull(SampleNetworks.all().get("picture by CLIP"));
      SampleRun run = SampleRun.of(network, 1, folder);
      try (TorchNetwork torch = TorchNetwork.open(network, run.weights())) {
        torch.run(run.inputs(), new Cancellation());
      }
      Files.delete(run.weights().file());
      Files.delete(folder);
    }
    System.out.println("offline " + System.getProperty("ai.djl.offline"));
    WANTED.forEach(address -> System.out.println(ASKED + address));
  }
}
