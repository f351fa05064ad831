package io.github.easel.training;

import io.github.easel.generation.Cancellation;
import io.github.easel.runtime.torch.TorchEvaluation;
import io.github.easel.runtime.torch.TorchNetwork;
import io.github.easel.runtime.torch.TorchNetwork.Keep;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Loss and gradients of batches, through the UNet back to the text encoder. */
record Step(Lesson lesson, TorchNetwork text, TorchNetwork unet, DiffusionLoss loss, Keep keep) {

  private static final String STATES = "last_hidden_state";
  private static final String CONTEXT = "encoder_hidden_states";
  private static final String OUTPUT = "out_sample";

  /** What a batch came to. */
  record Result(double loss, Map<String, FloatTensor> gradients) {}

  Result of(Batch batch, double share, Cancellation cancellation) {
    Set<String> ofText = lesson.learnedOfText();
    Map<String, FloatTensor> values = lesson.values();
    Map<String, FloatTensor> words = lesson.textInputs(batch.captions(), cancellation);
    try (TorchEvaluation texts = text.evaluate(words, values, ofText, Keep.ALL, cancellation)) {
      Map<String, FloatTensor> inputs = new HashMap<>();
      inputs.put("sample", loss.noised(batch.latents(), batch.noise(), batch.timesteps()));
      inputs.put("timestep", timesteps(batch.timesteps()));
      inputs.put(CONTEXT, Values.of(texts.outputs(), STATES));
      Set<String> learned = new HashSet<>(lesson.learnedOfUnet());
      if (!ofText.isEmpty()) {
        learned.add(CONTEXT);
      }
      try (TorchEvaluation noise = unet.evaluate(inputs, values, learned, keep, cancellation)) {
        FloatTensor said = Values.of(noise.outputs(), OUTPUT);
        FloatTensor target = loss.target(batch.latents(), batch.noise(), batch.timesteps());
        FloatTensor slope = DiffusionLoss.gradient(said, target, share);
        cancellation.check();
        Map<String, FloatTensor> back = new LinkedHashMap<>(noise.gradients(Map.of(OUTPUT, slope)));
        FloatTensor context = back.remove(CONTEXT);
        cancellation.check();
        Map<String, FloatTensor> backOfText =
            context == null ? Map.of() : texts.gradients(Map.of(STATES, context));
        return new Result(
            DiffusionLoss.of(said, target), lesson.gradients(batch.captions(), backOfText, back));
      }
    }
  }

  private static FloatTensor timesteps(int[] numbers) {
    FloatTensor timesteps = FloatTensor.zeros(Shape.of(numbers.length));
    for (int i = 0; i < numbers.length; i++) {
      timesteps.set(i, numbers[i]);
    }
    return timesteps;
  }
}
