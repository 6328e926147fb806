package io.tenon.hdf5;

/**
 * A link to another place in the file, or in another file. It is kept to be told of, and never
 * followed.
 *
 * @param kind what kind of link, in words
 */
public record HdfLink(String kind) implements HdfNode {}
