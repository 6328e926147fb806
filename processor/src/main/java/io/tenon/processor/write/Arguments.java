package io.tenon.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import io.tenon.processor.read.LayerType.Member;
import io.tenon.shape.RankType;
import java.util.List;
import java.util.Optional;

/**
 * One way to give a layer its arguments.
 *
 * @param members the members that are given as parameters of their own name
 * @param parameters the parameters
 * @param varargs whether the last of them takes any number
 * @param create makes the options of them
 * @param output the rank of the result
 * @param plain whether a method without options takes them so
 * @param chosen whether a method with options does
 */
record Arguments(
    List<Member> members,
    List<ParameterSpec> parameters,
    boolean varargs,
    CodeBlock create,
    Optional<RankType> output,
    boolean plain,
    boolean chosen) {}
