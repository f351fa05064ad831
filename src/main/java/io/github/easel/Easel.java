package io.github.easel;

/** The program's entry point. It extends nothing, so that it starts from a plain class path. */
public final class Easel {

  private Easel() {}

  public static void main(String[] args) {
    System.exit(args.length == 0 ? 0 : 2);
  }
}
