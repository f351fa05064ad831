package io.github.easel.ui.models;

import io.github.easel.app.DownloadService;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.hub.Catalogue;
import io.github.easel.hub.DownloadKind;
import io.github.easel.hub.DownloadListener;
import io.github.easel.hub.DownloadPlan;
import io.github.easel.hub.DownloadProgress;
import io.github.easel.hub.HubFile;
import io.github.easel.hub.HubModel;
import io.github.easel.hub.HubToken;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A hub of one model that comes when the test says so. */
public final class FakeHub implements DownloadService {

  public final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  public final List<DownloadPlan> discarded = Collections.synchronizedList(new ArrayList<>());
  public volatile CountDownLatch arrival = new CountDownLatch(1);
  private final HubToken token;

  public FakeHub(Path folder) {
    token = new HubToken(folder.resolve("hub-token"), Map.of());
  }

  @Override
  public Catalogue catalogue() {
    return Catalogue.ofEasel();
  }

  @Override
  public DownloadPlan plan(Wish wish, Cancellation cancellation) {
    asked.add(wish.what());
    if (wish.what().contains("nothing")) {
      throw new GenerationException(Failure.DOWNLOAD_FAILED, "no such model", wish.what());
    }
    return new DownloadPlan(
        new HubModel(
            wish.what(),
            "0".repeat(40),
            "creativeml-openrail-m",
            URI.create("https://huggingface.co/" + wish.what()),
            List.of(),
            false),
        DownloadKind.FOLDER,
        Optional.of("fp16"),
        List.of(
            file("model_index.json", 540),
            file("text_encoder/model.fp16.safetensors", 246_000_000),
            file("unet/diffusion_pytorch_model.fp16.safetensors", 1_719_000_000),
            file("vae/diffusion_pytorch_model.fp16.safetensors", 167_000_000)),
        Path.of("/home/nino/.local/share/easel/models/robo-diffusion"),
        Path.of("/home/nino/.local/share/easel/models/.easel-downloads/robo"),
        0,
        81_000_000_000L,
        false);
  }

  private static DownloadPlan.Part file(String name, long bytes) {
    return new DownloadPlan.Part(
        new HubFile(name, bytes, Optional.empty(), Optional.empty()), Path.of(name));
  }

  @Override
  public Path run(DownloadPlan plan, DownloadListener listener, Cancellation cancellation) {
    long half = plan.bytes() / 2;
    listener.on(
        new DownloadProgress(
            DownloadProgress.Stage.FETCHING, "unet", 3, 4, half, plan.bytes(), 9_400_000));
    Cancellation.Registration registered = cancellation.onCancel(arrival::countDown);
    try {
      arrival.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    } finally {
      registered.close();
    }
    cancellation.check();
    return plan.target();
  }

  @Override
  public void discard(DownloadPlan plan) {
    discarded.add(plan);
  }

  @Override
  public HubToken token() {
    return token;
  }
}
