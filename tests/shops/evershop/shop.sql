-- What the seed leaves out: where and how to ship, how to pay, a menu and something on the home page.

INSERT INTO shipping_zone (name) VALUES ('World');
INSERT INTO shipping_zone_country (zone_id, country)
  SELECT 1, unnest(ARRAY['US', 'GB', 'DE', 'FR', 'NL', 'SE', 'CA']);
INSERT INTO shipping_zone_provider (zone_id, provider_code) VALUES (1, 'core');
INSERT INTO core_shipping_method (name, sort_order) VALUES ('Standard delivery', 0), ('Express delivery', 1);
INSERT INTO core_shipping_method_rate (method_id, zone_id, cost) VALUES (1, 1, 5), (2, 1, 15);

INSERT INTO setting (name, value) VALUES
  ('codPaymentStatus', '1'),
  ('codDisplayName', 'Cash on Delivery'),
  ('storeName', 'Ever Home'),
  ('storeEmail', 'shop@example.com');

WITH menu AS (
  INSERT INTO widget_instance (name, type, settings, status) VALUES (
    'Main menu', 'basic_menu',
    '{"isMain": true, "className": "", "menus": [
      {"id": "m1", "name": "Kids", "url": "/kids", "type": "custom", "uuid": "/kids", "children": []},
      {"id": "m2", "name": "Women", "url": "/women", "type": "custom", "uuid": "/women", "children": []},
      {"id": "m3", "name": "Men", "url": "/men", "type": "custom", "uuid": "/men", "children": []},
      {"id": "m4", "name": "Accessories", "url": "/accessories", "type": "custom", "uuid": "/accessories",
       "children": []}]}',
    true
  ) RETURNING widget_instance_id
)
INSERT INTO widget_placement (widget_instance_id, route, area, sort_order)
  SELECT widget_instance_id, 'all', 'headerMiddleCenter', 5 FROM menu;

WITH featured AS (
  INSERT INTO widget_instance (name, type, settings, status) VALUES (
    'Featured', 'collection_products',
    '{"collection": "homepage", "count": 8, "countPerRow": 4, "heading": "Featured products"}',
    true
  ) RETURNING widget_instance_id
)
INSERT INTO widget_placement (widget_instance_id, route, area, sort_order)
  SELECT widget_instance_id, 'homepage', 'content', 10 FROM featured;

-- Comments that visitors write can be told from those of the seed by their number.
ALTER TABLE blog_comment ALTER blog_comment_id RESTART WITH 1000;
