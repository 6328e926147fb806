/**
 * The part of HDF5 that Keras's files are made of, read and written: groups, datasets stored in one
 * piece, and attributes. It is written by version 2 of the superblock and of object headers, as
 * HDF5 1.8 and later do when asked for, and read in these and the older ones of h5py's default.
 *
 * <p>A file is hostile until it is read: every size is held to the file's length before anything is
 * taken, no object is read twice, and the bytes looked at are counted, so that neither memory nor
 * time depends on what a file claims. Links to other places and other files are never followed.
 */
@NullMarked
package io.tenon.hdf5;

import org.jspecify.annotations.NullMarked;
