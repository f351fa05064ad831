package io.github.easel.image;

import io.github.easel.generation.PixelImage;

/**
 * Colours as lightness and two opponent axes, in which equal distances look about equal (Ottosson
 * 2020, "A perceptual color space for image processing"; the matrices are his).
 */
final class Oklab {

  private static final int CHANNELS = 3;

  /** sRGB's curve (IEC 61966-2-1) for each of its 256 values. */
  private static final double[] LINEAR = new double[256];

  static {
    for (int i = 0; i < LINEAR.length; i++) {
      double value = i / 255.0;
      LINEAR[i] = value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
  }

  private Oklab() {}

  /** Lightness, green to red, blue to yellow, pixel by pixel. */
  static double[] of(PixelImage image) {
    byte[] rgb = image.rgb();
    double[] lab = new double[rgb.length];
    for (int i = 0; i < rgb.length; i += CHANNELS) {
      double r = LINEAR[rgb[i] & 255];
      double g = LINEAR[rgb[i + 1] & 255];
      double b = LINEAR[rgb[i + 2] & 255];
      double l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
      double m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
      double s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
      lab[i] = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s;
      lab[i + 1] = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
      lab[i + 2] = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
    }
    return lab;
  }

  /** The picture again; what no screen can show becomes the nearest in each of its colours. */
  static PixelImage picture(double[] lab, int width, int height) {
    byte[] rgb = new byte[lab.length];
    for (int i = 0; i < lab.length; i += CHANNELS) {
      double l = cube(lab[i] + 0.3963377774 * lab[i + 1] + 0.2158037573 * lab[i + 2]);
      double m = cube(lab[i] - 0.1055613458 * lab[i + 1] - 0.0638541728 * lab[i + 2]);
      double s = cube(lab[i] - 0.0894841775 * lab[i + 1] - 1.2914855480 * lab[i + 2]);
      rgb[i] = encoded(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
      rgb[i + 1] = encoded(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
      rgb[i + 2] = encoded(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s);
    }
    return PixelImage.of(width, height, rgb);
  }

  private static double cube(double value) {
    return value * value * value;
  }

  private static byte encoded(double linear) {
    double bounded = Math.max(0, Math.min(1, linear));
    double value =
        bounded <= 0.0031308 ? 12.92 * bounded : 1.055 * Math.pow(bounded, 1 / 2.4) - 0.055;
    return (byte) Math.round(255 * value);
  }
}
