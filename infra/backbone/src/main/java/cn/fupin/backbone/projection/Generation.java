package cn.fupin.backbone.projection;

/** One filling of a projection: its number and the schema that holds its rows. */
record Generation(Projection projection, int number, String schema) {
    String name() {
        return projection.name();
    }
}
