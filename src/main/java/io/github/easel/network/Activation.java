package io.github.easel.network;

/** Functions that are applied to each value. */
public enum Activation {
  /** x sigmoid(x) (Hendrycks and Gimpel 2016; Ramachandran et al. 2017). */
  SILU,
  /** x Phi(x), with the exact error function (Hendrycks and Gimpel 2016). */
  GELU,
  /** x sigmoid(1.702 x), of OpenAI's CLIP. */
  QUICK_GELU,
  /** max(x, 0). */
  RELU,
  /** tanh(x). */
  TANH
}
