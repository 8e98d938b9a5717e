package cn.fupin.backbone.projection;

/** One filling of a read model: its number and the schema that holds its rows. */
record Generation(ReadModel model, int number, String schema) {

    static Generation of(ReadModel model, int number) {
        return new Generation(model, number, model.name() + "_" + number);
    }

    String name() {
        return model.name();
    }
}
