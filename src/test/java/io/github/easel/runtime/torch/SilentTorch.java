package io.github.easel.runtime.torch;

import io.github.easel.generation.Cancellation;
import io.github.easel.network.Network;
import io.github.easel.network.SampleNetworks;
import io.github.easel.network.SampleRun;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
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

  private static final List<URI> WANTED = new CopyOnWriteArrayList<>();

  private SilentTorch() {}

  /** Refuses by an address where nobody listens. */
  private static final class Refusing extends ProxySelector {

    @Override
    public List<Proxy> select(URI uri) {
      WANTED.add(uri);
      return List.of(new Proxy(Proxy.Type.HTTP, new java.net.InetSocketAddress("127.0.0.1", 1)));
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException e) {}
  }

  public static void main(String[] arguments) throws IOException {
    ProxySelector.setDefault(new Refusing());
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
    WANTED.forEach(uri -> System.out.println(ASKED + uri));
  }
}
