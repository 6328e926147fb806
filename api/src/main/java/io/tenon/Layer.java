package io.tenon;

/**
 * On signatures: a layer to be shared. A method that returns it declares one set of weights, and
 * each {@link Apply} uses these.
 *
 * <pre>{@code
 * @LSTM(units = 64)  Layer encode();
 * @Apply             Vector codeA(Layer encode, Series tweetA);
 * @Apply             Vector codeB(Layer encode, Series tweetB);
 * }</pre>
 */
public interface Layer {}
