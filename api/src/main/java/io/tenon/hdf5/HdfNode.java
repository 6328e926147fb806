package io.tenon.hdf5;

/** What a group holds under a name. */
public sealed interface HdfNode permits HdfGroup, HdfDataset, HdfLink {}
