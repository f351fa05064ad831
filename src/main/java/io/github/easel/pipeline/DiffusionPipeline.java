package io.github.easel.pipeline;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Notice;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Progress;
import io.github.easel.generation.ProgressListener;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.PromptReading;
import io.github.easel.generation.Provenance;
import io.github.easel.generation.Stage;
import io.github.easel.generation.StepLatents;
import io.github.easel.generation.Timings;
import io.github.easel.prompt.LoraTag;
import io.github.easel.prompt.PromptParser;
import io.github.easel.prompt.PromptScript;
import io.github.easel.prompt.PromptScript.ExtraNetwork;
import io.github.easel.random.NoiseSource;
import io.github.easel.scheduler.Sampler;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Stable Diffusion model made ready: words in, picture out (Rombach et al. 2022), from noise or
 * from another picture (img2img). {@link #generate} reads from top to bottom as the algorithm. Not
 * thread-safe; owns native memory until it is closed.
 */
public final class DiffusionPipeline implements AutoCloseable {

  private static final double NANOS = 1e9;

  /** How much models that change pictures keep to them: diffusers' and A1111's usual. */
  private static final double PICTURE_SCALE = 1.5;

  private final LoadedModel model;
  private final String program;
  private final AdapterSupply supply;
  private final Beginnings beginnings;

  /** A pipeline without LoRAs and embeddings. */
  public DiffusionPipeline(LoadedModel model, String program) {
    this(model, program, AdapterSupply.none());
  }

  /**
   * A pipeline over a model, which it closes when it is closed.
   *
   * @param program program and version for the provenance
   * @param supply where LoRAs and embeddings are found that prompts name
   */
  public DiffusionPipeline(LoadedModel model, String program, AdapterSupply supply) {
    this.model = model;
    this.program = program;
    this.supply = supply;
    beginnings = new Beginnings(model);
  }

  /**
   * Makes one picture.
   *
   * @throws GenerationException if it cannot be done, if size or steps do not suit the model, or if
   *     it was cancelled
   */
  public GenerationResult generate(
      GenerationRequest request, ProgressListener listener, Cancellation cancellation) {
    long begin = System.nanoTime();
    Shape shape = latentShape(request.size());
    int steps = request.drawnSteps();
    checkSteps(request.sampling().steps());
    Sampler sampler = Samplers.create(request.sampling(), model.schedule());
    Adapting adapting = new Adapting(model, supply);
    Progress loading = new Progress(Stage.LOADING, 0, steps, 0);
    chooseBits(request, listener, cancellation);
    adapting.loras(request.prompt(), () -> listener.on(loading), cancellation);
    if (request.sampling().economy().eightBits() && !model.hasEightBits()) {
      throw FastUnet.impossible(model.source());
    }
    long adapted = System.nanoTime();
    listener.on(new Progress(Stage.ENCODING_TEXT, 0, steps, 0));
    model.plan(shape, request.sampling().guided() ? 2 : 1);
    List<Notice> notices = new ArrayList<>(model.turns().notice().stream().toList());
    notices.addAll(Samplers.notices(request.sampling()));
    Conditioning conditioning = condition(request, adapting, notices, cancellation);
    SeededNoise noise = new SeededNoise(request.seeding(), model.decoder().factor());
    Beginning begun =
        beginnings.of(request, sampler, noise, FloatTensor.zeros(shape), cancellation);
    notices.addAll(begun.notices());
    boolean again = request.sampling().economy().deepEvery() > 1;
    if (again && !model.denoiser().canPredictAgain(conditioning.batch())) {
      notices.add(new Notice(Notice.Kind.DEEP_LAYERS_KEPT, model.source().name()));
    }
    if (request.sampling().economy().tokenStride() > 1 && !model.denoiser().takesStride()) {
      notices.add(new Notice(Notice.Kind.TOKENS_KEPT, model.source().name()));
    }

    model.beforeSteps();
    long encoded = System.nanoTime();
    int first = begun.first();
    FloatTensor latents = begun.latents();
    SamplingLoop loop =
        new SamplingLoop(
            model.denoiser(),
            request.size(),
            request.sampling().guidanceScale(),
            listener,
            cancellation);
    loop.hold(begun.hold());
    loop.beside(begun.beside());
    loop.spare(request.sampling().economy());
    loop.watch(new StepLooks(model, conditioning, listener, cancellation, first));
    explained(
        adapting,
        cancellation,
        () -> {
          loop.run(sampler, first, conditioning, latents, noise);
          return latents;
        });

    model.beforeCoding();
    long sampled = System.nanoTime();
    listener.on(new Progress(Stage.DECODING, steps, steps, 0));
    PixelImage image =
        begun.finish(explained(adapting, cancellation, () -> model.decode(latents, cancellation)));
    long decoded = System.nanoTime();

    Timings timings =
        new Timings(
            (adapted - begin) / NANOS,
            (encoded - adapted) / NANOS,
            (sampled - encoded) / NANOS,
            loop.denoiserSeconds(),
            (decoded - sampled) / NANOS);
    return new GenerationResult(image, provenance(request, adapting, noise), timings, notices);
  }

  /** The first time with a model, 8 bits take a few pictures with floats. */
  private void chooseBits(
      GenerationRequest request, ProgressListener listener, Cancellation cancellation) {
    if (!request.sampling().economy().eightBits()) {
      model.floats();
      return;
    }
    if (model.hasEightBits()) {
      return;
    }
    model.adapt(List.of(), supply.work(), () -> {}, cancellation);
    List<GenerationRequest> small = Calibration.requests(request, model.settings().size());
    model.eightBits(
        () -> {
          for (int i = 0; i < small.size(); i++) {
            generate(small.get(i), Calibration.part(listener, i), cancellation);
          }
        },
        cancellation);
  }

  /** Looks for the reason in the weights if numbers come out as NaN or infinity. */
  private static <T> T explained(Adapting adapting, Cancellation cancellation, Supplier<T> work) {
    try {
      return work.get();
    } catch (GenerationException e) {
      boolean broken =
          e.failure() == Failure.NOT_FINITE || e.failure() == Failure.MODEL_FILE_UNUSABLE;
      throw broken ? adapting.cause(e, cancellation) : e;
    }
  }

  private void checkSteps(int steps) {
    int most = model.schedule().betas().trainTimesteps();
    if (steps > most) {
      throw new GenerationException(
          Failure.STEPS_UNSUITABLE,
          steps + " steps of at most " + most,
          Integer.toString(steps),
          Integer.toString(most));
    }
  }

  private Shape latentShape(ImageSize size) {
    int factor = model.decoder().factor();
    int multiple = factor * model.settings().latentMultiple();
    if (size.width() % multiple != 0 || size.height() % multiple != 0) {
      throw new GenerationException(
          Failure.SIZE_UNSUITABLE,
          size + " is not in multiples of " + multiple,
          size.toString(),
          Integer.toString(multiple));
    }
    return Shape.of(1, Denoiser.CHANNELS, size.height() / factor, size.width() / factor);
  }

  /** Reads and encodes the prompt and, if guidance needs it, the negative prompt. */
  private Conditioning condition(
      GenerationRequest request,
      Adapting adapting,
      List<Notice> notices,
      Cancellation cancellation) {
    Prompt prompt = request.prompt();
    PromptReading reading = prompt.reading();
    int steps = request.sampling().steps();
    PromptScript positive = PromptParser.parse(prompt.positive(), reading, steps);
    Optional<PromptScript> negative =
        request.sampling().guided() && !model.denoiser().guidesItself()
            ? Optional.of(PromptParser.parseNegative(prompt.negative(), reading, steps))
            : Optional.empty();
    List<PromptScript> scripts = Stream.concat(negative.stream(), Stream.of(positive)).toList();
    Conditioner conditioner =
        new Conditioner(
            adapting.words(model.towers(reading.clipSkip()), scripts),
            reading.emphasis(),
            model.denoiser().mostChunks(),
            model.source().zeroesEmptyNegative(),
            cancellation);
    Conditioning conditioning = conditioner.encode(negative, positive, steps);
    notices.addAll(conditioner.notices());
    notices.addAll(adapting.notices());
    String extras =
        positive.extras().stream()
            .filter(tag -> LoraTag.of(tag).isEmpty())
            .map(ExtraNetwork::toString)
            .collect(Collectors.joining(", "));
    if (!extras.isEmpty()) {
      notices.add(new Notice(Notice.Kind.EXTRA_NETWORKS_LEFT_OUT, extras));
    }
    return model.denoiser().edits() ? conditioning.keepingToPicture(PICTURE_SCALE) : conditioning;
  }

  /**
   * The picture that latents stand for, in full size.
   *
   * @param latents as a listener was told them, and whose values may still be read
   * @throws GenerationException if it cannot be done or was cancelled
   */
  public PixelImage decode(StepLatents latents, Cancellation cancellation) {
    FloatTensor tensor =
        FloatTensor.zeros(Shape.of(1, latents.channels(), latents.height(), latents.width()));
    tensor.buffer().put(latents.values().duplicate().rewind());
    return model.decode(tensor, cancellation);
  }

  /**
   * What colours latents of this model have; a moment's work when it is first asked.
   *
   * @return nothing if the decoder does not take the sample, as one exported for a single size
   */
  public Optional<LatentColours> colours(Cancellation cancellation) {
    return model.colours(cancellation);
  }

  private Provenance provenance(GenerationRequest request, Adapting adapting, NoiseSource noise) {
    return new Provenance(
            request,
            model.source().name(),
            model.fingerprint(),
            noise.name(),
            model.engineDescription(),
            program)
        .with(adapting.applied());
  }

  /**
   * After the memory ran out: lets go of all that is held and goes about pictures more sparingly
   * from now on.
   *
   * @return whether that is possible
   */
  public boolean stepDown() {
    model.rest();
    return model.turns().stepDown();
  }

  @Override
  public void close() {
    model.close();
  }
}
