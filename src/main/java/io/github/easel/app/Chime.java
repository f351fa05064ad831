package io.github.easel.app;

import java.util.List;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/** Two soft bell notes, made here and now. */
enum Chime {
  /** E5 and B5. */
  RISING(659.26, 987.77),
  /** G4 and E4. */
  FALLING(392.00, 329.63);

  static final int RATE = 44_100;

  private static final double SECONDS = 0.9;

  /** The second note begins while the first fades. */
  private static final double SECOND_NOTE = 0.16;

  /** Each note's share of the full range, so that both together stay well below it. */
  private static final double LOUDNESS = 0.16;

  /** Seconds in which a note swells; less would click. */
  private static final double SWELL = 0.008;

  /** Seconds in which a note fades to a third. */
  private static final double FADE = 0.16;

  /** Seconds before the end in which all fades to nothing. */
  private static final double END = 0.05;

  private static final List<Double> OVERTONES = List.of(1.0, 0.35, 0.12);

  private final double first;
  private final double second;

  Chime(double first, double second) {
    this.first = first;
    this.second = second;
  }

  /** Plays it and returns at its end. */
  void play() throws LineUnavailableException {
    byte[] samples = samples();
    AudioFormat format = new AudioFormat(RATE, 16, 1, true, false);
    try (SourceDataLine line = AudioSystem.getSourceDataLine(format)) {
      line.open(format);
      line.start();
      line.write(samples, 0, samples.length);
      line.drain();
    }
  }

  /** 16 bits a sample, little endian, one channel, {@link #RATE} a second. */
  byte[] samples() {
    int count = (int) (SECONDS * RATE);
    byte[] samples = new byte[2 * count];
    for (int i = 0; i < count; i++) {
      double time = (double) i / RATE;
      double end = Math.min(1, (SECONDS - time) / END);
      double value = LOUDNESS * end * (note(first, time) + note(second, time - SECOND_NOTE));
      int level = (int) Math.round(Short.MAX_VALUE * value);
      samples[2 * i] = (byte) level;
      samples[2 * i + 1] = (byte) (level >> 8);
    }
    return samples;
  }

  /** A decaying tone with overtones that decay faster; nothing before time 0. */
  private static double note(double hertz, double time) {
    if (time < 0) {
      return 0;
    }
    double sum = 0;
    for (int i = 0; i < OVERTONES.size(); i++) {
      double fade = Math.exp(-time * (i + 1) / FADE);
      sum += OVERTONES.get(i) * fade * Math.sin(2 * Math.PI * hertz * (i + 1) * time);
    }
    return sum * Math.min(1, time / SWELL);
  }
}
