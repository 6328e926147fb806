package io.tenon.metric;

public interface MetricSpec {}
