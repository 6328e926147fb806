package example;

import io.tenon.Model;

@Model
interface Nothing {}
