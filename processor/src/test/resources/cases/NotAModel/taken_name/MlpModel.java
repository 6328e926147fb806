package example;

class MlpModel {}
