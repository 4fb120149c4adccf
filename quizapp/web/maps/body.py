"""The map of a body, seen from the front: its outline and the regions that can be lit, in the order in which they are drawn.

All of it is our own drawing, in a frame of 460 by 506 units around the middle line x = 230. A body's right side is on the viewer's left.
"""

from dataclasses import dataclass
from typing import Literal

from quizapp.usecases.wording import sentence

Drawn = Literal["area", "sketch", "line", "dots", "bones", "outline", "veil"]

FRAME = (460, 506)
MIDDLE = 230


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the body: how it is drawn, where its label points, and where it lies in words that do not name it."""

    id: str
    drawn: Drawn
    shape: str
    at: tuple[int, int]
    where: str
    detail: str = ""

    @property
    def left(self) -> bool:
        """Whether its label stands on the viewer's left."""
        return self.at[0] < MIDDLE


OUTLINE = (
    "M230 12C249 12 264 27 264 51C264 67 258 81 249 90C246 93 245 96 245 100C245 109 247 115 254 119C266 126 283 128 297 134"
    "C313 140 320 152 322 169C325 190 326 205 328 222C330 240 335 262 338 284C341 305 342 325 343 344C347 357 349 373 345 390"
    "C343 400 334 402 331 394C327 382 326 362 328 347C324 326 319 306 314 286C308 262 302 240 299 217C297 204 295 193 293 183"
    "C292 206 290 226 287 244C284 263 283 276 285 291C288 309 295 323 297 346C300 381 296 421 290 456C287 476 285 491 284 520"
    "H244C244 481 240 441 236 411C235 401 233 394 230 392C227 394 225 401 224 411C220 441 216 481 216 520"
    "H176C175 491 173 476 170 456C164 421 160 381 163 346C165 323 172 309 175 291C177 276 176 263 173 244C170 226 168 206 167 183"
    "C165 193 163 204 161 217C158 240 152 262 146 286C141 306 136 326 132 347C134 362 133 382 129 394C126 402 117 400 115 390"
    "C111 373 113 357 117 344C118 325 119 305 122 284C125 262 130 240 132 222C134 205 135 190 138 169C140 152 147 140 163 134"
    "C177 128 194 126 206 119C213 115 215 109 215 100C215 96 214 93 211 90C202 81 196 67 196 51C196 27 211 12 230 12Z"
)

CHIN = "M210 88C216 99 223 104 230 104C237 104 244 99 250 88"

REGIONS = (
    Region("skin", "outline", OUTLINE, (325, 196), sentence("the line around the whole body"), ""),
    Region(
        "bones",
        "bones",
        "M230 118V366M222 140C204 133 186 136 171 144M238 140C256 133 274 136 289 144"
        "M226 158C206 152 186 164 178 186M226 174C204 168 184 180 176 204M226 192C204 188 184 200 178 222"
        "M234 158C254 152 274 164 282 186M234 174C256 168 276 180 284 204M234 192C256 188 276 200 282 222"
        "M226 356C208 334 182 334 176 350C176 366 194 370 206 384M234 356C252 334 278 334 284 350C284 366 266 370 254 384"
        "M190 374C186 416 190 456 194 520M270 374C274 416 270 456 266 520"
        "M152 156C150 190 146 224 139 258M308 156C310 190 314 224 321 258M137 266C132 296 128 318 124 342M323 266C328 296 332 318 336 342",
        (266, 470),
        sentence("bands through arms, trunk and thighs, and a column down the middle"),
        "".join(f"M226 {y}H234" for y in range(126, 364, 13)),
    ),
    Region(
        "kidney",
        "area",
        "M206 270C197 264 187 274 187 288C187 304 196 314 204 309C209 305 205 298 204 292C203 285 211 276 206 270Z"
        "M254 270C263 264 273 274 273 288C273 304 264 314 256 309C251 305 255 298 256 292C257 285 249 276 254 270Z",
        (190, 292),
        sentence("two bean shapes at the back of the upper belly, one on each side of the spine"),
    ),
    Region(
        "adrenals",
        "area",
        "M185 273C185 255 204 247 214 262C204 263 195 266 185 273ZM275 273C275 255 256 247 246 262C256 263 265 266 275 273Z",
        (270, 262),
        sentence("two small caps at the back of the upper belly, high beside the spine"),
    ),
    Region(
        "abdomen",
        "veil",
        "M182 250C200 240 260 240 278 250C286 284 286 330 276 360C262 382 198 382 184 360C174 330 174 284 182 250Z",
        (184, 340),
        sentence("the whole room of the belly, from the ribs to the hips"),
    ),
    Region(
        "thigh",
        "sketch",
        "M268 404C281 402 289 417 287 437C285 457 277 472 270 473C261 466 257 424 268 404Z",
        (284, 440),
        sentence("a patch in the flesh of one thigh"),
    ),
    Region(
        "colon",
        "line",
        "M191 352C188 340 188 328 190 318C193 311 201 313 211 318C223 324 238 324 250 316C259 310 270 304 272 313"
        "C274 327 273 341 271 352C268 364 256 367 246 361C236 356 231 361 230 372",
        (192, 330),
        sentence("a frame of tube around the lower belly"),
    ),
    Region(
        "pancreas",
        "area",
        "M204 292C208 284 219 287 228 292C240 297 252 292 263 286C269 284 271 290 266 294C254 304 238 309 222 305C214 303 204 303 204 292Z",
        (262, 291),
        sentence("a long, flat shape across the middle of the upper belly, at the back"),
    ),
    Region(
        "stomach",
        "area",
        "M250 241C266 234 279 245 278 262C277 282 259 292 238 289C232 287 232 281 237 279C248 279 252 268 249 257C247 249 246 243 250 241Z",
        (274, 262),
        sentence("a curved bag under the ribs, on the viewer’s right"),
    ),
    Region(
        "liver",
        "area",
        "M177 240C188 232 212 232 230 236C243 239 250 243 254 248C246 255 232 256 224 263C212 275 196 286 182 281C175 277 173 256 177 240Z",
        (180, 262),
        sentence("a wedge under the ribs, most of it on the viewer’s left"),
    ),
    Region(
        "lung",
        "area",
        "M222 150C216 139 206 140 198 151C186 169 179 199 177 226C177 234 181 237 187 233C198 228 210 227 220 231C223 232 224 229 224 225Z",
        (182, 208),
        sentence("the viewer’s left side of the chest"),
        "M181 205C195 198 210 200 223 196M191 164C200 184 212 200 221 226",
    ),
    Region(
        "other-lung",
        "area",
        "M238 150C244 139 254 140 262 151C274 169 281 199 283 226C283 234 279 237 273 233C266 230 260 228 254 229C252 221 242 213 241 204"
        "C240 198 237 196 236 190Z",
        (278, 206),
        sentence("the viewer’s right side of the chest"),
        "M269 164C262 184 252 200 244 212",
    ),
    Region(
        "breast",
        "sketch",
        "M180 190C178 212 186 222 198 222C210 222 218 212 217 196C212 206 192 204 180 190Z"
        "M280 190C282 212 274 222 262 222C250 222 242 212 243 196C248 206 268 204 280 190Z",
        (184, 210),
        sentence("two curves on the front of the chest"),
    ),
    Region(
        "thyroid",
        "area",
        "M229 111C224 103 218 104 218 111C218 119 224 123 228 118H232C236 123 242 119 242 111C242 104 236 103 231 111Z",
        (242, 113),
        sentence("a small butterfly at the front of the neck"),
    ),
    Region(
        "ovary",
        "area",
        "M206 351C206 346 215 346 215 351C215 357 206 357 206 351ZM245 351C245 346 254 346 254 351C254 357 245 357 245 351Z",
        (207, 352),
        sentence("two small ovals low in the belly, one on each side"),
        "M214 348C220 342 226 346 228 352M246 348C240 342 234 346 232 352",
    ),
    Region(
        "prostate",
        "area",
        "M223 380C223 374 237 374 237 380C237 387 231 390 230 390C229 390 223 387 223 380Z",
        (236, 382),
        sentence("a small knot at the floor of the belly, in the middle"),
    ),
    Region(
        "brain",
        "area",
        "M230 26C221 18 206 24 205 36C199 43 202 54 209 58C213 67 225 68 230 63"
        "C235 68 247 67 251 58C258 54 261 43 255 36C254 24 239 18 230 26Z",
        (252, 42),
        sentence("the upper part of the head"),
        "M230 27V62M214 34C219 31 223 35 221 40M208 46C213 43 219 46 218 52M246 34C241 31 237 35 239 40M252 46C247 43 241 46 242 52",
    ),
    Region(
        "nodes-neck", "dots", "M218 98h.01M216 108h.01M242 98h.01M244 108h.01", (216, 108), sentence("small dots on both sides of the neck")
    ),
    Region(
        "nodes-underarm",
        "dots",
        "M170 172h.01M176 181h.01M171 190h.01M290 172h.01M284 181h.01M289 190h.01",
        (170, 180),
        sentence("small dots in both armpits"),
    ),
    Region(
        "nodes-lung",
        "dots",
        "M219 172h.01M224 182h.01M219 192h.01M241 172h.01M236 182h.01M241 192h.01",
        (241, 182),
        sentence("small dots in the middle of the chest"),
    ),
    Region(
        "nodes-abdomen",
        "dots",
        "M222 258h.01M238 262h.01M222 272h.01M238 276h.01M230 300h.01M230 314h.01",
        (238, 276),
        sentence("small dots along the middle of the belly, at the back"),
    ),
    Region(
        "nodes-kidney", "dots", "M212 284h.01M213 296h.01M248 284h.01M247 296h.01", (212, 296), sentence("small dots high beside the spine")
    ),
    Region(
        "nodes-bowel",
        "dots",
        "M202 328h.01M212 336h.01M224 332h.01M238 334h.01M250 328h.01M260 336h.01",
        (260, 336),
        sentence("small dots inside the frame of tube in the belly"),
    ),
    Region(
        "nodes-pelvis",
        "dots",
        "M210 366h.01M217 376h.01M250 366h.01M243 376h.01",
        (210, 368),
        sentence("small dots low in the belly, between the hips"),
    ),
)

BY_ID = {region.id: region for region in REGIONS}
