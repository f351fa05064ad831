package io.github.easel.app;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.GenerationException;
import io.github.easel.hub.Catalogue;
import io.github.easel.hub.CatalogueEntry;
import io.github.easel.hub.ClipVocabulary;
import io.github.easel.hub.DownloadFolders;
import io.github.easel.hub.DownloadListener;
import io.github.easel.hub.DownloadPlan;
import io.github.easel.hub.HubAddress;
import io.github.easel.hub.HubClient;
import io.github.easel.hub.HubDownload;
import io.github.easel.hub.HubEndpoint;
import io.github.easel.hub.HubRefusal;
import io.github.easel.hub.HubTimes;
import io.github.easel.hub.HubToken;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Downloads into the user's folders, from the hub that the environment names. */
final class LocalDownloadService implements DownloadService {

  private final Places places;
  private final Map<String, String> environment;
  private final ClipVocabulary vocabulary;
  private final HubToken token;

  LocalDownloadService(Places places, Map<String, String> environment) {
    this(places, environment, ClipVocabulary.OPENAI);
  }

  LocalDownloadService(Places places, Map<String, String> environment, ClipVocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.places = places;
    this.environment = Map.copyOf(environment);
    this.token = new HubToken(places.hubToken(), environment);
  }

  @Override
  public Catalogue catalogue() {
    return Catalogue.ofEasel();
  }

  @Override
  public DownloadPlan plan(Wish wish, Cancellation cancellation) {
    HubEndpoint endpoint = HubEndpoint.of(environment);
    if (wish.what().equalsIgnoreCase(TOKENIZER)) {
      return download(endpoint)
          .planVocabulary(wish.folder().orElseGet(places::tokenizer), cancellation);
    }
    Optional<CatalogueEntry> entry = catalogue().find(wish.what());
    HubAddress named =
        HubAddress.parse(entry.map(CatalogueEntry::address).orElse(wish.what()), endpoint);
    HubAddress address = wish.revision().map(named::at).orElse(named);
    DownloadFolders folders = kind -> wish.folder().orElseGet(() -> places.downloads(kind));
    Optional<String> asked = wish.variant().filter(variant -> !variant.equals(PLAIN));
    Optional<String> usual =
        wish.variant().isPresent()
            ? Optional.empty()
            : entry.map(CatalogueEntry::variant).filter(variant -> !variant.isEmpty());
    HubDownload download = download(endpoint);
    if (usual.isPresent()) {
      try {
        return download.plan(address, usual, folders, cancellation);
      } catch (GenerationException e) {
        if (!isVariantMissing(e)) {
          throw e;
        }
        // nobody asked for it, and models change
      }
    }
    return download.plan(address, asked, folders, cancellation);
  }

  private static boolean isVariantMissing(GenerationException failure) {
    return failure.getCause() instanceof HubRefusal refusal
        && refusal.kind() == HubRefusal.Kind.VARIANT_MISSING;
  }

  @Override
  public Path run(DownloadPlan plan, DownloadListener listener, Cancellation cancellation) {
    return download(HubEndpoint.of(environment)).run(plan, listener, cancellation);
  }

  private HubDownload download(HubEndpoint endpoint) {
    return new HubDownload(client(endpoint), vocabulary);
  }

  private HubClient client(HubEndpoint endpoint) {
    return new HubClient(endpoint, token::read, HubTimes.USUAL, "Easel/" + Version.number());
  }

  @Override
  public void discard(DownloadPlan plan) {
    HubDownload.discard(plan);
  }

  @Override
  public HubToken token() {
    return token;
  }
}
