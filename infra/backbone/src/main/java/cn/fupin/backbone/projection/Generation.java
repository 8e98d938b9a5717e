package cn.fupin.backbone.projection;

/** One filling of a read model: its number and the schema that holds its rows. */
record Generation(ReadModel model, int number, String schema) {
    String name() {
        return model.name();
    }
}
