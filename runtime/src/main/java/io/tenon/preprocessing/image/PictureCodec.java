package io.tenon.preprocessing.image;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/** Between images of AWT and pictures: colours, sizes. */
final class PictureCodec {
  private static final int BYTE = 0xff;
  private static final int WORD_BITS = 16;

  private PictureCodec() {}

  /** The picture of a size and colour mode; values 0 to 255. */
  static Picture decode(BufferedImage image, LoadOptions options) {
    boolean hasAlpha = options.colorMode == ColorMode.RGBA;
    BufferedImage rgb = toRgb(image, hasAlpha);
    if (options.colorMode == ColorMode.GRAYSCALE) {
      toGray(rgb);
    }
    int width = options.width == 0 ? rgb.getWidth() : options.width;
    int height = options.height == 0 ? rgb.getHeight() : options.height;
    BufferedImage resized = resize(rgb, width, height, options.interpolation);
    int[] pixels = resized.getRGB(0, 0, width, height, null, 0, width);
    Picture picture = Picture.blank(height, width, options.colorMode.channels());
    float[] values = picture.pixels();
    int at = 0;
    for (int pixel : pixels) {
      values[at++] = (pixel >> 16) & BYTE;
      if (options.colorMode != ColorMode.GRAYSCALE) {
        values[at++] = (pixel >> 8) & BYTE;
        values[at++] = pixel & BYTE;
      }
      if (hasAlpha) {
        values[at++] = pixel >>> 24;
      }
    }
    return picture;
  }

  /** In red, green and blue of 8 bits, transparency kept or ignored. */
  private static BufferedImage toRgb(BufferedImage image, boolean hasAlpha) {
    int width = image.getWidth();
    int height = image.getHeight();
    BufferedImage rgb =
        new BufferedImage(
            width, height, hasAlpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    int[] pixels =
        isGray(image)
            ? grayPixels(image.getRaster())
            : image.getRGB(0, 0, width, height, null, 0, width);
    rgb.setRGB(0, 0, width, height, pixels, 0, width);
    return rgb;
  }

  private static boolean isGray(BufferedImage image) {
    ColorModel model = image.getColorModel();
    return !(model instanceof IndexColorModel) && model.getNumColorComponents() == 1;
  }

  /** Taken as they are stored: AWT would take them for linear light, and make them lighter. */
  private static int[] grayPixels(Raster raster) {
    int shift = raster.getTransferType() == DataBuffer.TYPE_USHORT ? WORD_BITS - 8 : 0;
    int bands = raster.getNumBands();
    int[] samples =
        raster.getPixels(
            raster.getMinX(),
            raster.getMinY(),
            raster.getWidth(),
            raster.getHeight(),
            (int[]) null);
    int[] pixels = new int[raster.getWidth() * raster.getHeight()];
    for (int i = 0; i < pixels.length; i++) {
      int gray = (samples[i * bands] >> shift) & BYTE;
      int alpha = bands > 1 ? (samples[i * bands + 1] >> shift) & BYTE : BYTE;
      pixels[i] = alpha << 24 | gray << 16 | gray << 8 | gray;
    }
    return pixels;
  }

  /** In place, by the weights of ITU-R 601 in 16 bits, rounded as Pillow does. */
  private static void toGray(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
    for (int i = 0; i < pixels.length; i++) {
      int red = (pixels[i] >> 16) & BYTE;
      int green = (pixels[i] >> 8) & BYTE;
      int blue = pixels[i] & BYTE;
      int gray = (19595 * red + 38470 * green + 7471 * blue + 0x8000) >> 16;
      pixels[i] = gray << 16 | gray << 8 | gray;
    }
    image.setRGB(0, 0, width, height, pixels, 0, width);
  }

  private static BufferedImage resize(
      BufferedImage image, int width, int height, Interpolation interpolation) {
    if (interpolation == Interpolation.NEAREST) {
      return draw(image, width, height, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
    }
    BufferedImage near = image;
    // At just half the size bilinear is the mean of four pixels, so that none is left out.
    while (near.getWidth() >= 2 * width || near.getHeight() >= 2 * height) {
      near =
          draw(
              near,
              near.getWidth() >= 2 * width ? near.getWidth() / 2 : near.getWidth(),
              near.getHeight() >= 2 * height ? near.getHeight() / 2 : near.getHeight(),
              RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    }
    return draw(
        near,
        width,
        height,
        interpolation == Interpolation.BILINEAR
            ? RenderingHints.VALUE_INTERPOLATION_BILINEAR
            : RenderingHints.VALUE_INTERPOLATION_BICUBIC);
  }

  private static BufferedImage draw(BufferedImage image, int width, int height, Object hint) {
    if (image.getWidth() == width && image.getHeight() == height) {
      return image;
    }
    BufferedImage drawn = new BufferedImage(width, height, image.getType());
    Graphics2D graphics = drawn.createGraphics();
    try {
      graphics.setComposite(AlphaComposite.Src);
      graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, hint);
      graphics.drawImage(image, 0, 0, width, height, null);
    } finally {
      graphics.dispose();
    }
    return drawn;
  }

  /** An image of 8 bits; values are cut to whole ones from 0 to 255. */
  static BufferedImage encode(Picture picture) {
    int width = picture.width();
    int height = picture.height();
    int channels = picture.channels();
    int type =
        switch (channels) {
          case 1 -> BufferedImage.TYPE_BYTE_GRAY;
          case 3 -> BufferedImage.TYPE_INT_RGB;
          default -> BufferedImage.TYPE_INT_ARGB;
        };
    int[] samples = new int[picture.pixels().length];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (int) Math.min(Math.max(picture.pixels()[i], 0), BYTE);
    }
    BufferedImage image = new BufferedImage(width, height, type);
    image.getRaster().setPixels(0, 0, width, height, samples);
    return image;
  }
}
