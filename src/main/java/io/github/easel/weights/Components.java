package io.github.easel.weights;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tensors of a model by the network that they belong to, under the names that diffusers has for
 * them. A network that the file lacks is empty.
 *
 * @param textEncoder2 SDXL's OpenCLIP encoder, which is the refiner's only one
 * @param leftovers names of tensors that belong to none; copies and constants that nobody needs are
 *     not among them
 */
public record Components(
    Map<String, StoredTensor> unet,
    Map<String, StoredTensor> vae,
    Map<String, StoredTensor> textEncoder,
    Map<String, StoredTensor> textEncoder2,
    Map<String, StoredTensor> controlNet,
    List<String> leftovers) {

  public Components {
    unet = unchangeable(unet);
    vae = unchangeable(vae);
    textEncoder = unchangeable(textEncoder);
    textEncoder2 = unchangeable(textEncoder2);
    controlNet = unchangeable(controlNet);
    leftovers = List.copyOf(leftovers);
  }

  private static Map<String, StoredTensor> unchangeable(Map<String, StoredTensor> tensors) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
  }
}
