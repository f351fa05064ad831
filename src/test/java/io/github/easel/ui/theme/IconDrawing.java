package io.github.easel.ui.theme;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.GeneralPath;
import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * Draws the program's icon: a picture on an easel. Its main method, given a folder, writes the
 * files that {@link Theme#icons} reads.
 */
final class IconDrawing {

  static final int[] SIZES = {16, 32, 48, 64, 128, 256};

  /** Units of the drawing's own paper. */
  private static final double PAPER = 64;

  private static final Color WOOD = new Color(0xF4E3C3);

  private IconDrawing() {}

  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    for (int size : SIZES) {
      ImageIO.write(draw(size), "png", folder.resolve("easel-" + size + ".png").toFile());
    }
  }

  static BufferedImage draw(int size) {
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    pen.scale(size / PAPER, size / PAPER);
    pen.setPaint(
        new LinearGradientPaint(
            0,
            0,
            0,
            64,
            new float[] {0, 1},
            new Color[] {new Color(0x23927F), new Color(0x125A52)}));
    pen.fill(new RoundRectangle2D.Double(2, 2, 60, 60, 18, 18));
    pen.setColor(WOOD);
    pen.setStroke(new BasicStroke(4, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    pen.draw(new Line2D.Double(32, 9, 32, 16));
    pen.draw(new Line2D.Double(24, 44, 18, 56));
    pen.draw(new Line2D.Double(40, 44, 46, 56));
    pen.draw(new Line2D.Double(14, 46, 50, 46));
    picture(pen);
    pen.dispose();
    return image;
  }

  private static void picture(Graphics2D pen) {
    pen.setColor(Color.WHITE);
    pen.fill(new RoundRectangle2D.Double(15, 14, 34, 29, 4, 4));
    pen.clip(new RoundRectangle2D.Double(18, 17, 28, 23, 2, 2));
    pen.setPaint(
        new LinearGradientPaint(
            0,
            17,
            0,
            40,
            new float[] {0, 1},
            new Color[] {new Color(0x8FD3E8), new Color(0xFDE6B8)}));
    pen.fill(new RoundRectangle2D.Double(18, 17, 28, 23, 2, 2));
    pen.setColor(new Color(0xF2A541));
    pen.fill(new Ellipse2D.Double(35, 19.5, 7.5, 7.5));
    pen.setColor(new Color(0x2F7F6C));
    pen.fill(hill(14, 40, 27, 24, 41, 40));
    pen.setColor(new Color(0x1B5E54));
    pen.fill(hill(27, 40, 38, 29, 50, 40));
  }

  private static GeneralPath hill(
      double x1, double y1, double x2, double y2, double x3, double y3) {
    GeneralPath path = new GeneralPath();
    path.moveTo(x1, y1);
    path.lineTo(x2, y2);
    path.lineTo(x3, y3);
    path.closePath();
    return path;
  }
}
