package io.github.easel.metadata;

/** The programs whose pictures can be read. */
public enum SourceProgram {
  EASEL("Easel"),
  A1111("A1111"),
  FORGE("Forge"),
  INVOKE("InvokeAI"),
  FOOOCUS("Fooocus"),
  NOVELAI("NovelAI"),
  KRITA("Krita AI"),
  COMFYUI("ComfyUI");

  private final String label;

  SourceProgram(String label) {
    this.label = label;
  }

  /** The name as people write it. */
  public String label() {
    return label;
  }
}
