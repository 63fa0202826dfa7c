"""What the shop sells; `fill` puts it into an empty database."""

import io
from decimal import Decimal

from django.core.files.base import ContentFile
from oscar.apps.catalogue.categories import create_from_breadcrumbs
from oscar.core.loading import get_model
from PIL import Image, ImageDraw

Country = get_model("address", "Country")
Partner, StockRecord = get_model("partner", "Partner"), get_model("partner", "StockRecord")
Product, ProductClass = get_model("catalogue", "Product"), get_model("catalogue", "ProductClass")
ProductAttribute, ProductCategory, ProductImage, Option, OptionGroup, OptionValue = (
    get_model("catalogue", name)
    for name in (
        "ProductAttribute",
        "ProductCategory",
        "ProductImage",
        "Option",
        "AttributeOptionGroup",
        "AttributeOption",
    )
)

COUNTRIES = [
    ("DE", "DEU", "Germany"),
    ("GB", "GBR", "United Kingdom"),
    ("FR", "FRA", "France"),
    ("NL", "NLD", "Netherlands"),
    ("SE", "SWE", "Sweden"),
    ("US", "USA", "United States"),
]

# sku, title, category, price, stock, colour of its picture, description
GOODS = [
    ("mug-01", "Enamel Mug", "Kitchen > Mugs", "14.90", 50, (40, 90, 140),
     "A sturdy enamel mug for camp and kitchen. Holds 350 ml."),
    ("mug-02", "Stoneware Mug", "Kitchen > Mugs", "18.00", 30, (150, 90, 60), "Hand-glazed stoneware mug."),
    ("bot-01", "Steel Water Bottle", "Kitchen > Bottles", "24.50", 40, (80, 80, 90),
     "Vacuum bottle, keeps cold for 24 hours."),
    ("bag-01", "Canvas Tote Bag", "Bags", "19.00", 80, (130, 120, 60), "Heavy cotton canvas tote bag."),
    ("bag-02", "Roll-top Backpack", "Bags", "89.00", 12, (40, 100, 70),
     "Waterproof roll-top backpack, 25 litres."),
    ("blk-01", "Wool Blanket", "Home", "129.00", 5, (120, 50, 70), "Recycled wool blanket 140 x 200 cm."),
    ("lmp-01", "Camp Lantern", "Home", "49.00", 0, (170, 140, 40),
     "Rechargeable lantern. Sold out at the moment."),
    ("sck-01", "Hiking Socks", "Clothing > Accessories", "12.00", 200, (90, 60, 120),
     "Merino hiking socks, one size."),
]  # fmt: skip

# upc, title, category, price, colour of its picture, description; sold as child products by size and colour
GARMENTS = [
    ("tee", "Organic T-Shirt", "Clothing > T-Shirts", "29.00", (60, 110, 110), "Organic cotton T-shirt."),
    ("rain", "Rain Jacket", "Clothing > Jackets", "149.00", (30, 60, 100), "Three-layer rain jacket."),
]
SIZES, COLOURS, SOLD_OUT = ["S", "M", "L"], ["Navy", "Olive"], ("L", "Olive")
BOOT_SIZES = ["40", "41", "42", "43"]


def fill():
    """Plain goods, garments with child products, and boots with a required choice on their own page."""
    for number, (alpha2, alpha3, name) in enumerate(COUNTRIES):
        Country.objects.create(
            iso_3166_1_a2=alpha2,
            iso_3166_1_a3=alpha3,
            iso_3166_1_numeric=str(number),
            name=name.upper(),
            printable_name=name,
            is_shipping_country=True,
            display_order=number,
        )
    Partner.objects.create(name="Warehouse")
    add_goods()
    add_garments()
    add_boots()


def add_goods():
    """Products that are sold as they are."""
    goods = product_class("Goods")
    for sku, title, category, price, amount, colour, text in GOODS:
        product = Product.objects.create(product_class=goods, title=title, upc=sku, description=f"<p>{text}</p>")
        show(product, category, colour)
        stock(product, price, amount)


def add_garments():
    """Products that come in sizes and colours: each combination is a child with a page of its own."""
    clothing = product_class("Clothing")
    sizes = attribute(clothing, "Size", SIZES)
    colours = attribute(clothing, "Colour", COLOURS)
    for upc, title, category, price, colour, text in GARMENTS:
        parent = Product.objects.create(structure="parent", product_class=clothing, title=title, upc=upc, description=f"<p>{text}</p>")
        show(parent, category, colour)
        for size, shade in ((size, shade) for size in SIZES for shade in COLOURS):
            child = Product.objects.create(
                structure="child",
                parent=parent,
                title=f"{title} {shade} / {size}",
                upc=f"{upc}-{shade}-{size}".lower(),
            )
            child.attr.initialize()
            child.attr.size, child.attr.colour = sizes[size], colours[shade]
            child.save()
            stock(child, price, 0 if (size, shade) == SOLD_OUT else 9)


def add_boots():
    """A product whose own page asks for a size."""
    footwear = product_class("Footwear")
    group, _ = option_group("Boot size", BOOT_SIZES)
    footwear.options.add(Option.objects.create(name="Boot size", code="boot-size", type="select", required=True, option_group=group))
    boots = Product.objects.create(
        product_class=footwear,
        title="Hiking Boots",
        upc="boot-01",
        description="<p>Leather hiking boots. Choose your size.</p>",
    )
    show(boots, "Clothing > Footwear", (110, 70, 40))
    stock(boots, "159.00", 20)


def product_class(name):
    """A kind of product that is shipped and counted."""
    return ProductClass.objects.create(name=name, requires_shipping=True, track_stock=True)


def option_group(name, values):
    """A group of values to choose from, and the values by their text."""
    group = OptionGroup.objects.create(name=name)
    return group, {value: OptionValue.objects.create(group=group, option=value) for value in values}


def attribute(of, name, values):
    """A property of the products of a class; its values by their text."""
    group, by_text = option_group(name, values)
    ProductAttribute.objects.create(product_class=of, name=name, code=name.lower(), type="option", option_group=group, required=False)
    return by_text


def show(product, category, colour):
    """Put a product into a category, with pictures."""
    ProductCategory.objects.create(product=product, category=create_from_breadcrumbs(category))
    for order, picture in enumerate(pictures(product, colour)):
        ProductImage.objects.create(product=product, caption=product.title, display_order=order, original=picture)


def stock(product, price, amount):
    """Give a product its price and put some of it on the shelf."""
    StockRecord.objects.create(
        product=product,
        partner=Partner.objects.get(),
        partner_sku=product.upc,
        price=Decimal(price),
        price_currency="EUR",
        num_in_stock=amount,
    )


def pictures(product, colour):
    """Two drawn pictures of a product."""
    shape = tuple(min(255, part + 60) for part in colour)
    for number, ground in enumerate([colour, tuple(255 - part for part in colour)]):
        picture = Image.new("RGB", (800, 800), ground)
        draw = ImageDraw.Draw(picture)
        draw.rounded_rectangle((180, 180, 620, 620), 60, fill=shape)
        draw.text((260, 390), product.title, fill="white", font_size=46)
        data = io.BytesIO()
        picture.save(data, "JPEG", quality=80)
        yield ContentFile(data.getvalue(), name=f"{product.slug}-{number}.jpg")
