package io.github.easel.training;

import io.github.easel.generation.Cancellation;
import io.github.easel.network.Network;
import io.github.easel.tensor.FloatTensor;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is learned: its values, and how they enter the two networks. */
interface Lesson {

  /** The values, which a training changes in their place. */
  Map<String, FloatTensor> values();

  /** The text encoder as it is computed. */
  Network text();

  /** The UNet as it is computed. */
  Network unet();

  /** The text encoder's inputs for captions. */
  Map<String, FloatTensor> textInputs(List<String> captions, Cancellation cancellation);

  /** Of the text encoder, what gradients are wanted of; nothing where it stays as it is. */
  Set<String> learnedOfText();

  /** The same of the UNet, besides its text. */
  Set<String> learnedOfUnet();

  /**
   * Gradients of the values.
   *
   * @param ofText gradients of {@link #learnedOfText}
   * @param ofUnet gradients of {@link #learnedOfUnet}
   */
  Map<String, FloatTensor> gradients(
      List<String> captions, Map<String, FloatTensor> ofText, Map<String, FloatTensor> ofUnet);
}
