package io.tenon.hdf5;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Collects the texts that attributes refer to, in blocks that follow one another. */
final class TextHeap {
  /** HDF5 takes no smaller ones, and fills none longer. */
  private static final int LEAST = 4096;

  private static final int HEADER = 16;

  private final List<byte[]> blocks = new ArrayList<>();
  private Bytes block = new Bytes();
  private long address;
  private int index;

  TextHeap(long address) {
    this.address = address;
  }

  /** Keeps a text; returns what refers to it: its length, block and number. */
  byte[] add(String text) {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    if (content.length == 0) {
      return new Bytes().fill(16).toArray();
    }
    int needed = HEADER + Buffers.padded(content.length);
    if (block.size() > 0 && HEADER + block.size() + needed > LEAST) {
      close();
    }
    index++;
    block.two(index).two(0).four(0).eight(content.length).all(content);
    block.fill(Buffers.padded(block.size()));
    return new Bytes().four(content.length).eight(address).four(index).toArray();
  }

  private void close() {
    int size = Math.max(LEAST, HEADER + block.size());
    Bytes whole = new Bytes().all("GCOL".getBytes(StandardCharsets.US_ASCII)).one(1, 0, 0, 0);
    whole.eight(size).all(block.toArray());
    if (size - whole.size() >= HEADER) {
      whole.two(0).two(0).four(0).eight(size - whole.size() + 8);
    }
    blocks.add(whole.fill(size).toArray());
    address += size;
    block = new Bytes();
    index = 0;
  }

  /** All blocks, one after another; nothing is added after. */
  List<byte[]> finish() {
    if (block.size() > 0) {
      close();
    }
    return blocks;
  }

  /** Where the last block ends. */
  long end() {
    return address;
  }
}
