package example;

import io.tenon.Image;
import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.layer.MultiHeadAttention;

@Model
interface Scene {
  @Input("16 16 8") Image photo();
  @MultiHeadAttention(numHeads = 2, keyDim = 4, attentionAxes = {1, 2}) Image all(Image photo);
  @MultiHeadAttention(numHeads = 2, keyDim = 4, attentionAxes = 2) Image columns(Image all);
  @Output @MultiHeadAttention(numHeads = 2, keyDim = 4, attentionAxes = {2, 3})
  Image features(Image columns);
  @Output @MultiHeadAttention(numHeads = 2, keyDim = 4, attentionAxes = -2)
  Image fromTheEnd(Image columns);
  @Output @MultiHeadAttention(numHeads = 2, keyDim = 4, useCausalMask = true)
  Image causal(Image columns);
}
